package dev.docket.dto.ops;

import java.util.List;

/// How fast the floor answers, since it started.
///
/// @param endpoints the busiest first
/// @param stages of an item's way from its submission, in their order; percentiles of the last hour
public record PerformanceReport(
        long uptimeSeconds, Process process, Pool pool, List<Endpoint> endpoints, List<Stage> stages) {
    /// @param stage `claimed` (from submission until a worker takes it), `media`, `filters`, `inference`, `routing`,
    ///     `stored`, and `offered`: the whole way, until a moderator can be given it or it needs none
    /// @param items that went through it since the start
    public record Stage(
            String stage, long items, double meanMs, double p50Ms, double p95Ms, double p99Ms, double maxMs) {}

    /// @param cpu share 0..1 of all cores, over the last moments
    public record Process(double cpu, long heapUsedBytes, long heapMaxBytes, int threads) {}

    /// The database's connections.
    public record Pool(int active, int idle, int waiting, int max) {}

    /// @param route method and path template, such as `POST /api/v1/claims`
    public record Endpoint(
            String route,
            long requests,
            long failures,
            double meanMs,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            double maxMs) {}
}
