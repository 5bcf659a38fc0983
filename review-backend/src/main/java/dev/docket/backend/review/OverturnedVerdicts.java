package dev.docket.backend.review;

import dev.docket.backend.classification.Verdicts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A decision in effect that another replaced takes the machine's verdict on its text with it: the
/// same text, coming again, is scored anew and not from memory.
@Component
class OverturnedVerdicts {
    private final Verdicts verdicts;

    OverturnedVerdicts(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(DecisionSuperseded superseded) {
        if (superseded.wasEffective()) {
            verdicts.forget(superseded.item());
        }
    }
}
