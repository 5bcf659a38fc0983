package dev.docket.client.records;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.enforcement.TransparencyReport;
import org.jspecify.annotations.Nullable;

/// What the Records screen needs of the floor. Every call blocks and belongs on a background thread; each may throw
/// [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface RecordsApi {
    TransparencyReport transparency(Period period) throws ApiProblem, Offline;

    /// The same as comma-separated values.
    String transparencyCsv(Period period) throws ApiProblem, Offline;

    /// One batch for the EU's database.
    ///
    /// @param after where the batch before ended; null for the first
    /// @param skipIncomplete leaves incomplete statements out instead of refusing the batch
    Batch statements(Period period, @Nullable String after, boolean skipIncomplete) throws ApiProblem, Offline;

    /// The newest first.
    Page<NcmecReportView> reports(@Nullable String after) throws ApiProblem, Offline;

    NcmecReportView prepare(PrepareNcmecReport request) throws ApiProblem, Offline;

    /// What a report says, in the CyberTipline's format. Every reading is written down.
    String document(String id) throws ApiProblem, Offline;

    NcmecReportView release(String id) throws ApiProblem, Offline;

    /// @param number what the CyberTipline answered
    NcmecReportView filed(String id, String number) throws ApiProblem, Offline;

    NcmecReportView withdraw(String id) throws ApiProblem, Offline;

    /// @param body as the database takes it
    /// @param statements how many are in it
    /// @param next where the next batch begins; null after the last
    record Batch(String body, int statements, @Nullable String next) {}
}
