package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.waves.WavesApi;
import dev.docket.dto.Paths;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.policy.PolicyLabel;
import dev.docket.dto.policy.PolicyView;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveReversal;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.review.PolicyBrief;
import java.util.Comparator;
import java.util.List;

/// The waves screen's floor, over HTTP.
public final class HttpWavesApi implements WavesApi {
    private final Floor floor;
    private final PersonView person;

    public HttpWavesApi(Floor floor, PersonView person) {
        this.floor = floor;
        this.person = person;
    }

    @Override
    public List<WaveSummary> waves() throws ApiProblem, Offline {
        return floor.page(Paths.WAVES, WaveSummary.class).items();
    }

    @Override
    public WaveView wave(String id) throws ApiProblem, Offline {
        return floor.get(of(id), WaveView.class);
    }

    @Override
    public List<PolicyBrief> policies() throws ApiProblem, Offline {
        return floor.list(Paths.POLICIES, PolicyView.class).stream()
                .filter(PolicyView::active)
                .filter(policy -> person.roles().contains(policy.minimumRole()))
                .filter(policy -> person.skills().containsAll(policy.skills()))
                .sorted(Comparator.comparingInt(PolicyView::position))
                .map(HttpWavesApi::brief)
                .toList();
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        return floor.picture(itemId, index, side, second);
    }

    private static PolicyBrief brief(PolicyView policy) {
        return new PolicyBrief(
                policy.key(),
                policy.title(),
                policy.version(),
                policy.text(),
                policy.labels().stream().map(PolicyLabel::label).distinct().toList(),
                policy.allowedActions(),
                policy.defaultAction(),
                policy.defaultSeverity(),
                policy.minSeverity(),
                policy.maxSeverity());
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + itemId, ItemView.class);
    }

    @Override
    public WaveView decide(String id, WaveDecision decision) throws ApiProblem, Offline {
        return floor.post(of(id) + "/decision", decision, WaveView.class);
    }

    @Override
    public WaveView look(String id, WaveDecision finding) throws ApiProblem, Offline {
        return floor.post(of(id) + "/look", finding, WaveView.class);
    }

    @Override
    public WaveView settle(String id, WaveDecision finding) throws ApiProblem, Offline {
        return floor.post(of(id) + "/settle", finding, WaveView.class);
    }

    @Override
    public void refuse(String id) throws ApiProblem, Offline {
        floor.post(of(id) + "/refuse");
    }

    @Override
    public void undo(String id) throws ApiProblem, Offline {
        floor.post(of(id) + "/undo");
    }

    @Override
    public WaveView reverse(String id, String reasons) throws ApiProblem, Offline {
        return floor.post(of(id) + "/reverse", new WaveReversal(reasons), WaveView.class);
    }

    private static String of(String id) {
        return Paths.WAVES + "/" + id;
    }
}
