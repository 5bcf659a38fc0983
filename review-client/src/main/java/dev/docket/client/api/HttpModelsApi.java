package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.labels.evaluation.EvaluationApi;
import dev.docket.client.labels.models.ModelsApi;
import dev.docket.client.labels.release.ReleaseApi;
import dev.docket.client.labels.training.TrainingApi;
import dev.docket.client.labels.watching.WatchingApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.EvaluateRequest;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.RollbackRequest;
import dev.docket.dto.models.ShadowView;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.dto.models.WatchSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The floor's models, over HTTP: the registry, training, evaluation, release and watching.
public final class HttpModelsApi implements ModelsApi, TrainingApi, EvaluationApi, ReleaseApi, WatchingApi {
    private static final String DRIFT = Paths.MODELS + "/drift";

    private final Floor floor;

    public HttpModelsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<ModelView> models() throws ApiProblem, Offline {
        return floor.page(Paths.MODELS, ModelView.class).items();
    }

    @Override
    public JobView train(TrainRequest request) throws ApiProblem, Offline {
        return floor.post(Paths.MODELS_TRAIN, request, JobView.class);
    }

    @Override
    public TrainingRunView run(String modelVersion) throws ApiProblem, Offline {
        return floor.get(model(modelVersion) + "/run", TrainingRunView.class);
    }

    @Override
    public EvaluationView evaluation(String version) throws ApiProblem, Offline {
        return floor.get(model(version) + "/evaluation", EvaluationView.class);
    }

    @Override
    public JobView evaluate(String version, String labelSet) throws ApiProblem, Offline {
        return floor.post(model(version) + "/evaluation", new EvaluateRequest(labelSet), JobView.class);
    }

    @Override
    public Page<Disagreement> disagreements(String version, String label, @Nullable String after)
            throws ApiProblem, Offline {
        var asked = new HashMap<String, String>();
        asked.put("label", label);
        if (after != null) {
            asked.put("after", after);
        }
        return floor.page(model(version) + "/evaluation/disagreements", asked, Disagreement.class);
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        return floor.get(Paths.ITEMS + "/" + itemId, ItemView.class);
    }

    @Override
    public ModelView shadow(String version) throws ApiProblem, Offline {
        return floor.post(model(version) + "/shadow", Map.of(), ModelView.class);
    }

    @Override
    public ModelView approve(String version) throws ApiProblem, Offline {
        return floor.post(model(version) + "/approve", Map.of(), ModelView.class);
    }

    @Override
    public ModelView promote(String version) throws ApiProblem, Offline {
        return floor.post(model(version) + "/promote", Map.of(), ModelView.class);
    }

    @Override
    public ModelView rollBack(String version, String reason) throws ApiProblem, Offline {
        var request = new RollbackRequest(reason.isEmpty() ? null : reason);
        return floor.post(model(version) + "/rollback", request, ModelView.class);
    }

    @Override
    public ShadowView compared(String version) throws ApiProblem, Offline {
        return floor.get(model(version) + "/shadow", ShadowView.class);
    }

    @Override
    public GatesView gates(String version) throws ApiProblem, Offline {
        return floor.get(model(version) + "/gates", GatesView.class);
    }

    @Override
    public JobView rescore() throws ApiProblem, Offline {
        return floor.post(Paths.MODELS + "/rescoring", Map.of(), JobView.class);
    }

    @Override
    public DriftView drift() throws ApiProblem, Offline {
        return floor.get(DRIFT, DriftView.class);
    }

    @Override
    public JobView measureDrift() throws ApiProblem, Offline {
        return floor.post(DRIFT, Map.of(), JobView.class);
    }

    @Override
    public WatchSettings settings() throws ApiProblem, Offline {
        return floor.get(Paths.WATCHING, WatchSettings.class);
    }

    @Override
    public WatchSettings set(WatchSettings wanted) throws ApiProblem, Offline {
        return floor.put(Paths.WATCHING, wanted, WatchSettings.class, Map.of());
    }

    @Override
    public DriftView.Proposal settle(String proposalId) throws ApiProblem, Offline {
        return floor.post(
                Paths.RETRAINING_PROPOSALS + "/" + proposalId + "/settle", Map.of(), DriftView.Proposal.class);
    }

    @Override
    public Insight panel(String name, int days) throws ApiProblem, Offline {
        return floor.get(Paths.INSIGHTS + "/" + name, Map.of("days", Integer.toString(days)), Insight.class);
    }

    private static String model(String version) {
        return Paths.MODELS + "/" + version;
    }
}
