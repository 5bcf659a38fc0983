package dev.docket.model.onnx;

import java.util.List;

/// The constants that turn the encoder's run-time quantisation into a fixed one, in graph order.
///
/// @param scales width of one quantisation step at each point
/// @param zeroPoints the step, 0..255, that stands for zero
public record ActivationScales(List<Float> scales, List<Integer> zeroPoints) {
    public ActivationScales {
        scales = List.copyOf(scales);
        zeroPoints = List.copyOf(zeroPoints);
        if (scales.size() != zeroPoints.size()) {
            throw new IllegalArgumentException("As many scales as zero points are needed");
        }
    }

    public int size() {
        return scales.size();
    }
}
