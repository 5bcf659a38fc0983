package dev.docket.model.ocr;

import dev.docket.model.ModelFault;
import dev.docket.model.onnx.ImageGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a line says, from the probability of each character at each step along it.
///
/// That is best-path decoding of a connectionist temporal classification (A. Graves, S. Fernández, F. Gomez, J.
/// Schmidhuber, "Connectionist Temporal Classification: Labelling Unsegmented Sequence Data with Recurrent
/// Neural Networks", ICML 2006): the likeliest at each step, of several equal ones in a row the first, and
/// nothing for the blank. A character that is there twice has a blank between its steps.
///
/// Spaces are the exception. They are narrow, above all between words in capitals, and the blank is often likelier at
/// each of the few steps of one; yet within words their probability is next to nothing. So a space is read between two
/// characters as soon as it is likelier than a threshold of its own.
final class CharacterSteps {
    private static final int BLANK = 0;
    private static final String SPACE = " ";
    /// Rounding may make a little more than one of one.
    private static final float MOST = 1.0001f;

    private final List<String> characters;
    private final int space;
    private final double spaceThreshold;

    /// @param spaceThreshold from which a space is read between two characters though something else is likelier
    CharacterSteps(List<String> characters, double spaceThreshold) {
        this.characters = characters;
        this.space = characters.indexOf(SPACE) + 1;
        this.spaceThreshold = spaceThreshold;
    }

    /// @param score mean probability of the characters; 0 where there is none
    record Read(String text, double score) {}

    /// @param values `[1, steps, characters + 1]`
    Read read(ImageGraph.@Nullable Values values) throws ModelFault {
        int classes = characters.size() + 1;
        if (values == null || values.shape().length != 3 || values.shape()[0] != 1 || values.shape()[2] != classes) {
            throw new ModelFault("The model that reads lines does not give one number for each of its %d characters"
                    .formatted(characters.size()));
        }
        var text = new StringBuilder();
        double sum = 0;
        int count = 0;
        int before = BLANK;
        boolean spaced = false;
        for (int step = 0; step < values.shape()[1]; step++) {
            int from = step * classes;
            int likeliest = likeliest(values.numbers(), from, classes);
            spaced |= space > BLANK && values.numbers()[from + space] >= spaceThreshold;
            if (likeliest != BLANK && likeliest != before) {
                if (spaced && !isSpace(likeliest) && !endsInSpace(text)) {
                    text.append(SPACE);
                }
                text.append(characters.get(likeliest - 1));
                sum += Math.min(1, values.numbers()[from + likeliest]);
                count++;
                spaced = false;
            }
            before = likeliest;
        }
        return new Read(text.toString(), count == 0 ? 0 : sum / count);
    }

    private boolean isSpace(int character) {
        return character == space;
    }

    /// Before the first character there is nothing to be kept apart.
    private static boolean endsInSpace(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }

    /// One number that is none, and nothing can be said of the others.
    private static int likeliest(float[] numbers, int from, int count) throws ModelFault {
        int likeliest = 0;
        for (int i = 0; i < count; i++) {
            float number = numbers[from + i];
            if (!(number >= 0 && number <= MOST)) {
                throw new ModelFault("The model that reads lines gives numbers that are no probabilities");
            }
            if (number > numbers[from + likeliest]) {
                likeliest = i;
            }
        }
        return likeliest;
    }
}
