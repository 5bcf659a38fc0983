package dev.docket.model;

import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.batch.TokenBudget;
import dev.docket.model.onnx.Crew;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.text.LexicalFeatures;
import dev.docket.model.text.Occurrences;
import dev.docket.model.text.Window;
import dev.docket.model.tokenizer.Tokens;
import dev.docket.model.tokenizer.WordPiece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder, the heads that read what it makes of texts, and as many workers as there are cores.
///
/// A call's texts are tokenised, cut into windows, grouped by length and handed to the workers;
/// each worker encodes a batch on one thread and evaluates the heads while the token vectors
/// are still in its buffers.
final class TextClassifier implements Classifier {
    private static final Logger LOG = LoggerFactory.getLogger(TextClassifier.class);
    private static final List<String> WARM_UP = List.of("warm", "up ".repeat(30), "up ".repeat(120));

    private final WordPiece wordPiece;
    private final String encoderSha256;
    private final String provider;
    private final Tuning tuning;
    private final TokenBudget budget;
    private final Crew<Encoder, Encoder.Worker> crew;
    private volatile ServedHeads served;

    private TextClassifier(ServedHeads served, WordPiece wordPiece, Encoder encoder, Tuning tuning) {
        this.served = served;
        this.wordPiece = wordPiece;
        encoderSha256 = served.champion().manifest().encoder().sha256();
        provider = encoder.provider();
        this.tuning = tuning;
        budget = new TokenBudget(tuning.tokenBudget(), tuning.batchCost());
        crew = new Crew<>(
                "inference",
                encoder,
                Stream.generate(encoder::newWorker).limit(tuning.workers()).toList());
    }

    static TextClassifier open(ModelPackage model, Path cache, Tuning tuning) throws ModelFault {
        var binding = model.manifest().encoder();
        var served = ServedHeads.of(model, List.of(), binding.sha256(), tuning);
        var wordPiece = WordPiece.read(ClassPath.read(binding.vocabulary()));
        if (tuning.gpu() && !binding.scales().isEmpty()) {
            LOG.warn(
                    "{} is an 8-bit file for the CPU: its 8-bit steps stay there, and a GPU gains little",
                    binding.name());
        }
        var encoder = Encoder.open(EncoderFile.prepare(binding, cache), tuning.setup());
        var classifier = new TextClassifier(served, wordPiece, encoder, tuning);
        classifier.warmUp();
        return classifier;
    }

    /// The first runs of a session allocate its memory; a moderator should not wait for that.
    private void warmUp() throws ModelFault {
        try {
            classify(WARM_UP, true);
        } catch (ModelFault e) {
            close();
            throw e;
        }
    }

    @Override
    public void serve(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
        var next = ServedHeads.of(champion, beside, encoderSha256, tuning);
        rehearse(next);
        served = next;
    }

    /// Heads that give no scores are found out before anybody waits for them.
    private void rehearse(ServedHeads heads) throws ModelFault {
        try {
            for (var scores : classify(heads, WARM_UP, true)) {
                for (var other : scores.beside().entrySet()) {
                    if (other.getValue().isEmpty()) {
                        throw new ModelFault("The heads '" + other.getKey() + "' give no scores");
                    }
                }
            }
        } catch (RuntimeException broken) {
            throw new ModelFault("The heads give no scores", broken);
        }
    }

    @Override
    public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        return classify(served, texts, explain);
    }

    private List<TextScores> classify(ServedHeads heads, List<String> texts, boolean explain) throws ModelFault {
        var pieces = new ArrayList<Piece>();
        for (int text = 0; text < texts.size(); text++) {
            pieces.addAll(pieces(heads, text, texts.get(text)));
        }
        var reader = new HeadReader(heads.champion().heads(), heads.others());
        var batches = budget.batches(pieces, TextClassifier::length, tuning.workers());
        var readings = crew.each(
                batches,
                (worker, batch, run) -> budget.run(
                        batch,
                        TextClassifier::length,
                        part -> reader.read(part, worker.run(tokens(part), run), explain)));
        return heads.scores(
                texts.size(), readings.stream().flatMap(Collection::stream).toList());
    }

    private static int length(Piece piece) {
        return piece.tokens().size();
    }

    private static List<Tokens> tokens(List<Piece> batch) {
        return batch.stream().map(Piece::tokens).toList();
    }

    private List<Piece> pieces(ServedHeads heads, int index, String text) {
        var cut = heads.windows().cut(text, wordPiece.tokenize(text));
        var picked = heads.windows().pick(cut, window -> suspicion(heads, text, window));
        return picked.stream()
                .map(window -> new Piece(index, wordPiece.mark(window.tokens()), text, window.start(), window.end()))
                .toList();
    }

    /// The most that a window's words alone say for any label of the champion: which windows are read does not
    /// depend on what scores beside it.
    private static double suspicion(ServedHeads heads, String text, Window window) {
        var words = LexicalFeatures.read(text, window.start(), window.end(), heads.lexicalBits());
        return Arrays.stream(heads.champion().heads().lexicon().sum(words))
                .max()
                .orElse(0);
    }

    @Override
    public ModelDescription describe() {
        var heads = served;
        var manifest = heads.champion().manifest();
        return new ModelDescription(
                manifest.version(),
                manifest.encoder().name(),
                encoderSha256,
                manifest.labels(),
                provider,
                heads.versionsBeside(),
                heads.windows().toString());
    }

    @Override
    public void close() {
        crew.close();
    }

    /// One window of one text, with the encoder's markers. Its words are read by the worker that encodes it: that
    /// takes longer than cutting it into tokens, and the caller has only one thread.
    ///
    /// @param text which of the call's
    /// @param source the whole text, of which this is a part
    record Piece(int text, Tokens tokens, String source, int start, int end) {
        Occurrences words(int bits) {
            return LexicalFeatures.read(source, start, end, bits);
        }
    }

    /// What the heads made of one window.
    ///
    /// @param direction the mean of its token vectors, of length 1
    /// @param contributions label by token; empty unless asked for
    /// @param beside the logits of each heads beside the champion; none of those that failed
    record Reading(Piece piece, float[] direction, double[] logits, double[][] contributions, List<double[]> beside) {}
}
