package dev.docket.client.labels.sets;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Transfer;
import dev.docket.dto.Page;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.CreateLabelSet;
import dev.docket.dto.labels.DatasetCard;
import dev.docket.dto.labels.LabelImportView;
import dev.docket.dto.labels.LabelSetComparison;
import dev.docket.dto.labels.LabelSetGates;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Label sets and labels from elsewhere, as the floor has them. Every call blocks and belongs on a background thread;
/// each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface SetsApi {
    /// The newest first.
    Page<LabelSetView> sets(@Nullable String after) throws ApiProblem, Offline;

    LabelSetView create(CreateLabelSet request) throws ApiProblem, Offline;

    /// What a request would draw from now.
    LabelSetPreview preview(CreateLabelSet request) throws ApiProblem, Offline;

    /// The dataset card in Markdown.
    String card(String version) throws ApiProblem, Offline;

    /// What the card says, without its words; refused as not found for sets of before.
    DatasetCard facts(String version) throws ApiProblem, Offline;

    LabelSetGates gates(String version) throws ApiProblem, Offline;

    /// Lets a set be trained on though gates failed.
    LabelSetGates waive(String version, String reason) throws ApiProblem, Offline;

    LabelSetComparison compare(String first, String second) throws ApiProblem, Offline;

    /// Writes a set to a file, going on where an earlier attempt ended.
    ///
    /// @param split null for all of it
    /// @return whether all of it is there; otherwise `told` stopped it
    /// @throws IOException when the file cannot be written
    boolean export(String version, ExportFormat format, @Nullable String split, Path file, Transfer told)
            throws ApiProblem, Offline, IOException;

    /// Labels from elsewhere, the newest first.
    List<LabelImportView> imports() throws ApiProblem, Offline;

    LabelImportView announce(CreateLabelImport request) throws ApiProblem, Offline;

    /// Adds rows to an import.
    ImportProgress fill(String importId, Portion portion) throws ApiProblem, Offline;

    /// Takes an import's rows out of every later set.
    void withdraw(String importId) throws ApiProblem, Offline;
}
