package dev.docket.bench;

import java.util.List;

/// One comparison of ours with a baseline, on this machine, in this run.
interface Benchmark {
    /// The word after `./docket bench`.
    String name();

    /// One line: what is compared with what, and the goal.
    String title();

    /// Runs it; minutes rather than seconds.
    List<Measurement> measure(Length length) throws Exception;
}
