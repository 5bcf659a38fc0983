package dev.docket.bench;

import dev.docket.backend.models.InferenceFigures;
import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.models.ServingModel;
import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.artifact.ModelPackage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Puts a stopwatch around the floor's model: how long each text was with it.
final class TimedModel implements BeanPostProcessor {
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private @Nullable ModelSettings settings;
    private @Nullable InferenceFigures figures;

    /// @return how long the call took in which the text was scored; 0 when it was not
    long nanosOf(String text) {
        return nanos.getOrDefault(text, 0L);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        switch (bean) {
            case ModelSettings found -> settings = found;
            case InferenceFigures found -> figures = found;
            default -> {}
        }
        return bean instanceof ServingModel ? timed() : bean;
    }

    /// What the model is made of was made before it.
    private ServingModel timed() {
        var made = Objects.requireNonNull(settings);
        return new ServingModel(
                () -> new Stopwatch(Classifiers.openDefault(made.home().resolve("models"), made.gpu())),
                made,
                Objects.requireNonNull(figures));
    }

    private final class Stopwatch implements Classifier {
        private final Classifier classifier;

        private Stopwatch(Classifier classifier) {
            this.classifier = classifier;
        }

        @Override
        public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
            long start = System.nanoTime();
            try {
                return classifier.classify(texts, explain);
            } finally {
                long took = System.nanoTime() - start;
                texts.forEach(text -> nanos.put(text, took));
            }
        }

        @Override
        public void serve(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
            classifier.serve(champion, beside);
        }

        @Override
        public ModelDescription describe() {
            return classifier.describe();
        }

        @Override
        public void close() {
            classifier.close();
        }
    }
}
