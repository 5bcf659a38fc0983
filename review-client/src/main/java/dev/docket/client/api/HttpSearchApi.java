package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.search.SearchApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.StatementOfReasons;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.quality.CreateGoldenItem;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import dev.docket.dto.queue.Whereabouts;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.ReverseRequest;
import dev.docket.dto.search.SearchHit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The search screen's floor, over HTTP.
public final class HttpSearchApi implements SearchApi {
    private final Floor floor;
    private final HttpReassignApi reassign;
    private final HttpMakeGoldenApi golden;

    public HttpSearchApi(Floor floor) {
        this.floor = floor;
        reassign = new HttpReassignApi(floor);
        golden = new HttpMakeGoldenApi(floor);
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        return reassign.queues();
    }

    @Override
    public List<Colleague> receivers(String taskId, String part) throws ApiProblem, Offline {
        return reassign.receivers(taskId, part);
    }

    @Override
    public void reassign(String taskId, ReassignRequest request) throws ApiProblem, Offline {
        reassign.reassign(taskId, request);
    }

    @Override
    public List<PolicyView> policies() throws ApiProblem, Offline {
        return golden.policies();
    }

    @Override
    public void makeGolden(CreateGoldenItem request) throws ApiProblem, Offline {
        golden.makeGolden(request);
    }

    @Override
    public Page<SearchHit> search(Query query) throws ApiProblem, Offline {
        var parameters = new HashMap<String, String>();
        add(parameters, "q", query.words());
        add(parameters, "author", query.author());
        add(parameters, "source", query.source());
        add(parameters, "policy", query.policy());
        add(parameters, "outcome", query.outcome());
        add(parameters, "from", query.from());
        add(parameters, "hash", query.hash());
        add(parameters, "like", query.like());
        add(parameters, "after", query.after());
        return floor.page(Paths.SEARCH, parameters, SearchHit.class);
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        return floor.picture(itemId, index, side, second);
    }

    private static void add(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + itemId, ItemView.class);
    }

    @Override
    public ExplanationView explain(String itemId, @Nullable String label) throws ApiProblem, Offline {
        Map<String, String> parameters = label == null ? Map.of() : Map.of("label", label);
        return floor.get(explanation(itemId), parameters, ExplanationView.class);
    }

    @Override
    public void abandonExplanation(String itemId) throws ApiProblem, Offline {
        floor.delete(explanation(itemId));
    }

    private static String explanation(String itemId) {
        return Paths.ITEMS + "/" + itemId + "/explanation";
    }

    @Override
    public Whereabouts whereabouts(String itemId) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + itemId + "/whereabouts", Whereabouts.class);
    }

    @Override
    public StatementOfReasons statement(String decisionId, boolean forReporters) throws ApiProblem, Offline {
        return floor.get(
                Paths.STATEMENTS + "/" + decisionId,
                Map.of("reader", forReporters ? "REPORTER" : "AUTHOR"),
                StatementOfReasons.class);
    }

    @Override
    public DecisionReceipt reverse(String decisionId, String reasons) throws ApiProblem, Offline {
        var request = new ReverseRequest(reasons, null, null, null);
        return floor.post(Paths.DECISIONS + "/" + decisionId + "/reverse", request, DecisionReceipt.class);
    }
}
