package dev.docket.client.search;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.explain.ExplanationApi;
import dev.docket.client.common.media.PictureApi;
import dev.docket.client.common.pick.MakeGoldenApi;
import dev.docket.client.common.pick.ReassignApi;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.SearchHit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the search screen asks of the floor. Every call blocks.
public interface SearchApi extends ReassignApi, MakeGoldenApi, PictureApi, ExplanationApi {
    Page<SearchHit> search(Query query) throws ApiProblem, Offline;

    /// The whole item.
    ItemView item(String itemId) throws ApiProblem, Offline;

    /// Where the item is now, as far as the caller may know.
    Whereabouts whereabouts(String itemId) throws ApiProblem, Offline;

    /// What a decision's author, or those who reported its item, are told of it.
    ///
    /// @throws ApiProblem `not-found` where nobody is told anything
    StatementOfReasons statement(String decisionId, boolean forReporters) throws ApiProblem, Offline;

    /// Approves in the place of a decision in effect, and takes back what it did.
    ///
    /// @param reasons for the author
    DecisionReceipt reverse(String decisionId, String reasons) throws ApiProblem, Offline;

    /// Everything that is given has to hold.
    ///
    /// @param like the id of an item that the others should be like
    /// @param after a cursor of an earlier page
    record Query(
            @Nullable String words,
            @Nullable String author,
            @Nullable String source,
            @Nullable String policy,
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable String hash,
            @Nullable String like,
            @Nullable String after) {
        Query after(@Nullable String cursor) {
            return new Query(words, author, source, policy, outcome, from, hash, like, cursor);
        }
    }
}
