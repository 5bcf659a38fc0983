package dev.docket.backend.precedents.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.precedents.SearchQuery;
import dev.docket.backend.precedents.Searching;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.search.SearchHit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {
    private static final int LONGEST_PAGE = 100;

    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    /// Not for moderators: any of them may be the second reviewer of what they would find.
    @GetMapping(Paths.SEARCH)
    @Requires(roles = {Role.SENIOR, Role.SUPERVISOR, Role.POLICY})
    Page<SearchHit> search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String hash,
            @RequestParam(required = false) @Nullable String like,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit,
            Caller.Person caller) {
        return searching.search(
                caller,
                new SearchQuery(
                        text(q),
                        text(author),
                        text(source),
                        text(policy),
                        outcome,
                        from,
                        to,
                        text(hash),
                        text(like),
                        text(after),
                        Math.clamp(limit, 1, LONGEST_PAGE)));
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
