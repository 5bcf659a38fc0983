package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.Embedding;
import dev.docket.model.image.PdqHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static final String SPAM =
            "free followers for everybody who answers within the next ten minutes, write me a "
                    + "message and tell all of your friends about this one chance that never comes again ";

    private final Random random = new Random(3);
    private int next;

    @Test
    void nearDuplicatesOfEveryKindComeTogether() {
        var picture = new PdqHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
        var similar =
                new PdqHash(picture.first() ^ 0xff, picture.second(), picture.third(), picture.fourth() ^ 0xff, 90);
        var meaning = vector();
        var prints = List.of(
                text("the same words"),
                text("the same words"),
                text("the same words"),
                text(SPAM + 1),
                text(SPAM + 27),
                text(SPAM + 333),
                picture(picture),
                picture(similar),
                picture(picture),
                meaning(meaning, 0),
                meaning(meaning, 0.2f),
                meaning(meaning, 0.2f),
                text("something else"));

        var clusters = Cluster.of(prints, 0.9, 3);

        assertThat(clusters).hasSize(4).allMatch(cluster -> cluster.members().size() == 3);
        assertThat(clusters)
                .extracting(cluster -> cluster.leader().item())
                .containsExactlyInAnyOrder(id(0), id(3), id(6), id(9));
    }

    @Test
    void twoAreNoWave() {
        assertThat(Cluster.of(List.of(text("one"), text("one"), text("other")), 0.9, 3))
                .isEmpty();
    }

    @Test
    void aChainOfSmallStepsDoesNotJoinItsEnds() {
        float[] step = vector();
        var prints = new ArrayList<Fingerprint>();
        for (int i = 0; i < 20; i++) {
            prints.add(meaning(step, 0));
            float[] nearby = vector();
            for (int d = 0; d < step.length; d++) {
                step[d] += nearby[d] * 0.3f;
            }
        }
        for (var cluster : Cluster.of(prints, 0.93, 2)) {
            assertThat(cluster.members()).allMatch(member -> cluster.leader().isNearDuplicateOf(member, 0.93));
        }
    }

    @Test
    void flatPicturesAreNotTakenForOneAnother() {
        var flat = new PdqHash(0, 0, 0, 0, 3);
        assertThat(Cluster.of(List.of(picture(flat), picture(flat), picture(flat)), 0.9, 3))
                .isEmpty();
    }

    private Fingerprint text(String text) {
        return Fingerprints.of(nextId(), Fingerprints.normalised(text), null);
    }

    private Fingerprint picture(PdqHash hash) {
        return new Fingerprint(nextId(), null, null, null, List.of(hash));
    }

    private Fingerprint meaning(float[] around, float distance) {
        float[] vector = vector();
        for (int d = 0; d < vector.length; d++) {
            vector[d] = around[d] + distance * vector[d];
        }
        return new Fingerprint(nextId(), null, null, Embedding.of(vector), List.of());
    }

    private float[] vector() {
        var vector = new float[384];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }

    private UUID nextId() {
        return id(next++);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
