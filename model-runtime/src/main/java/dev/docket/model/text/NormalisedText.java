package dev.docket.model.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.regex.Pattern;

/// A text as it is compared with others: without case, width, fancy letters, accents, invisible characters and
/// look-alikes from other scripts, words parted by one space. It is for machines: an "m" reads "rn" in it.
public final class NormalisedText {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private NormalisedText() {}

    public static String of(String text) {
        String folded = MARKS.matcher(DECOMPOSE.normalize(FOLD.normalize(text))).replaceAll("");
        String skeleton = UCharacter.foldCase(LOOKS.getSkeleton(folded), true);
        return GAPS.matcher(skeleton).replaceAll(" ").strip();
    }
}
