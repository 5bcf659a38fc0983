package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.head.Calibration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What a manifest says of labels that are made of a model's own classes.
final class ClassLabels {
    private ClassLabels() {}

    static void check(
            List<String> labels,
            List<String> classes,
            Map<String, List<String>> classesOf,
            List<Calibration> calibration)
            throws ModelFault {
        if (labels.isEmpty() || new HashSet<>(labels).size() != labels.size() || labels.size() != calibration.size()) {
            throw new ModelFault(
                    "The package has %d labels and %d calibrations".formatted(labels.size(), calibration.size()));
        }
        if (calibration.stream().anyMatch(one -> !(one.slope() > 0) || !Double.isFinite(one.slope() + one.shift()))) {
            throw new ModelFault("A calibration's slope is above zero, or a higher logit would be a lower score");
        }
        for (var label : labels) {
            var of = classesOf.getOrDefault(label, List.of());
            if (of.isEmpty() || !classes.containsAll(of)) {
                throw new ModelFault("The label '" + label + "' is not made of classes that the model has");
            }
        }
    }
}
