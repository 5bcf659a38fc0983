package dev.docket.backend.dropin;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import java.util.List;
import java.util.stream.Collectors;

/// A comment that cannot be analysed or suggested about, with everything that is wrong, in
/// Perspective's own words where it had words for it: its clients look for them.
class CommentRefused extends DomainProblem {
    private static final long serialVersionUID = 1L;
    private static final String OTHER = "INVALID_REQUEST";

    private final transient List<Fault> faults;

    CommentRefused(List<Fault> faults) {
        super(CommonProblem.BAD_REQUEST, faults.stream().map(Fault::message).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }

    /// @param errorType as Perspective documents them
    record Fault(String message, String errorType) {
        Fault(String message) {
            this(message, OTHER);
        }
    }
}
