package dev.docket.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FloorTest
class FloorStartsTest {
    private final FloorClient floor;

    @Autowired
    FloorStartsTest(FloorClient floor) {
        this.floor = floor;
    }

    @Test
    void answersNobodyWithoutACredential() {
        assertThat(floor.get("/api/v1/me").status()).isEqualTo(401);
    }
}
