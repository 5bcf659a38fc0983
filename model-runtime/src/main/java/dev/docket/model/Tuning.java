package dev.docket.model;

import dev.docket.model.batch.LengthBuckets;
import dev.docket.model.onnx.Setup;

/// How a model is run, and how closely it reads.
///
/// @param gpu demand CUDA; there is no falling back to the CPU
/// @param workers that run the model beside one another, a thread each
/// @param tokenBudget padded tokens of a batch
/// @param mostWindows of one text that are read
/// @param overlap share of a window that the next one has too, or [#AS_FITTED]
/// @param arena keep native memory between runs
public record Tuning(boolean gpu, int workers, int tokenBudget, int mostWindows, double overlap, boolean arena) {
    /// As the heads' manifest has it.
    public static final double AS_FITTED = -1;

    /// As [Profile#BALANCED], on the CPU or with one worker on the GPU, which others would only wait for.
    public static Tuning standard(boolean gpu) {
        var tuning = Profile.BALANCED.tuning();
        return gpu ? tuning.onGpu(1) : tuning;
    }

    public Tuning onGpu(int gpuWorkers) {
        return new Tuning(true, gpuWorkers, tokenBudget, mostWindows, overlap, arena);
    }

    public Tuning withWorkers(int count) {
        return new Tuning(gpu, count, tokenBudget, mostWindows, overlap, arena);
    }

    /// What a batch costs by itself, in tokens: next to nothing on a CPU, while a GPU should have its batches full.
    int batchCost() {
        return gpu ? tokenBudget : LengthBuckets.CPU_BATCH_COST;
    }

    /// For the sessions.
    public Setup setup() {
        return new Setup(gpu, arena);
    }
}
