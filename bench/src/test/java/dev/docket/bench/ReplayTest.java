package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private final UUID recorded = UUID.fromString("0199aaaa-0000-7000-8000-000000000001");
    private final UUID present = UUID.fromString("0199bbbb-0000-7000-8000-000000000002");
    private final Map<UUID, UUID> ids = new HashMap<>(Map.of(recorded, present));

    @Test
    void aKnownIdIsReplacedWhereverItStands() {
        assertThat(Replay.translate(recorded, ids)).isEqualTo(present);
        assertThat(Replay.translate("{\"item\":\"" + recorded + "\"}", ids))
                .isEqualTo("{\"item\":\"" + present + "\"}");
        assertThat((Object[]) Replay.translate(new UUID[] {recorded}, ids)).containsExactly(present);
    }

    @Test
    void anUnknownIdIsANewRowOfThisReplay() {
        UUID row = UUID.randomUUID();

        Object made = Replay.translate(row, ids);

        assertThat(made).isNotEqualTo(row);
        assertThat(Replay.translate(row.toString(), ids)).isEqualTo(made.toString());
    }

    @Test
    void otherValuesStay() {
        assertThat(Replay.translate("spam", ids)).isEqualTo("spam");
        assertThat(Replay.translate(7, ids)).isEqualTo(7);
        assertThat((Object[]) Replay.translate(new String[] {"spam"}, ids)).containsExactly("spam");
    }
}
