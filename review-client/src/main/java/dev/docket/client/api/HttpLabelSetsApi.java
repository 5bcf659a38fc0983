package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Transfer;
import dev.docket.client.labels.sets.ExportFormat;
import dev.docket.client.labels.sets.SetsApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.item.BatchLineResult;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.labels.WaiveGates;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The floor's label sets, over HTTP.
public final class HttpLabelSetsApi implements SetsApi {
    private static final int ADDED = 201;
    private static final int KNOWN = 200;

    private final Floor floor;

    public HttpLabelSetsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public Page<LabelSetView> sets(@Nullable String after) throws ApiProblem, Offline {
        Map<String, String> asked = after == null ? Map.of() : Map.of("after", after);
        return floor.page(Paths.LABEL_SETS, asked, LabelSetView.class);
    }

    @Override
    public LabelSetView create(CreateLabelSet request) throws ApiProblem, Offline {
        return floor.post(Paths.LABEL_SETS, request, LabelSetView.class);
    }

    @Override
    public LabelSetPreview preview(CreateLabelSet request) throws ApiProblem, Offline {
        return floor.post(Paths.LABEL_SETS + "/preview", request, LabelSetPreview.class);
    }

    @Override
    public String card(String version) throws ApiProblem, Offline {
        return floor.text(set(version) + "/card", Map.of(), "text/markdown").body();
    }

    @Override
    public DatasetCard facts(String version) throws ApiProblem, Offline {
        return floor.get(set(version) + "/card/facts", DatasetCard.class);
    }

    @Override
    public LabelSetGates gates(String version) throws ApiProblem, Offline {
        return floor.get(set(version) + "/gates", LabelSetGates.class);
    }

    @Override
    public LabelSetGates waive(String version, String reason) throws ApiProblem, Offline {
        return floor.post(set(version) + "/gates/waiver", new WaiveGates(reason), LabelSetGates.class);
    }

    @Override
    public LabelSetComparison compare(String first, String second) throws ApiProblem, Offline {
        return floor.get(set(first) + "/compare/" + second, LabelSetComparison.class);
    }

    @Override
    public boolean export(String version, ExportFormat format, @Nullable String split, Path file, Transfer told)
            throws ApiProblem, Offline, IOException {
        var asked = new HashMap<String, String>();
        asked.put("format", format.key());
        if (split != null) {
            asked.put("split", split);
        }
        return floor.download(set(version) + "/export", asked, file, told);
    }

    @Override
    public List<LabelImportView> imports() throws ApiProblem, Offline {
        return floor.page(Paths.LABEL_IMPORTS, LabelImportView.class).items();
    }

    @Override
    public LabelImportView announce(CreateLabelImport request) throws ApiProblem, Offline {
        return floor.post(Paths.LABEL_IMPORTS, request, LabelImportView.class);
    }

    /// The floor answers a line for each; all of them together are what became of the portion.
    @Override
    public ImportProgress fill(String importId, Portion portion) throws ApiProblem, Offline {
        String type = portion.type().equals(Portion.CSV) ? Portion.CSV : Portion.NDJSON;
        String path = Paths.LABEL_IMPORTS + "/" + importId + "/rows";
        var lines = floor.lines(path, Map.of(), type, portion.body(), BatchLineResult.class);
        var faults = lines.stream()
                .filter(line -> line.problem() != null)
                .map(line -> new ImportProgress.Fault(line.line(), said(line.problem())))
                .toList();
        return new ImportProgress(lines.size(), counted(lines, ADDED), counted(lines, KNOWN), faults, true);
    }

    private static long counted(List<BatchLineResult> lines, int status) {
        return lines.stream().filter(line -> line.status() == status).count();
    }

    private static String said(@Nullable Problem problem) {
        if (problem == null) {
            return "";
        }
        var errors = problem.errors();
        return errors == null || errors.isEmpty()
                ? Objects.requireNonNullElse(problem.detail(), problem.title())
                : errors.stream()
                        .map(error -> error.pointer() + ": " + error.detail())
                        .collect(Collectors.joining("; "));
    }

    @Override
    public void withdraw(String importId) throws ApiProblem, Offline {
        floor.delete(Paths.LABEL_IMPORTS + "/" + importId);
    }

    private static String set(String version) {
        return Paths.LABEL_SETS + "/" + version;
    }
}
