package dev.docket.client.common.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxBackgroundTest {
    private final FxBackground background = new FxBackground();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void workLeavesTheFxThreadAndItsOutcomeComesBack() throws Exception {
        var workedOnFx = new CompletableFuture<Boolean>();
        var toldOnFx = new CompletableFuture<Boolean>();
        Platform.runLater(() -> background
                .run(() -> workedOnFx.complete(Platform.isFxApplicationThread()))
                .onSuccess(done -> toldOnFx.complete(Platform.isFxApplicationThread())));

        assertThat(workedOnFx.get(5, TimeUnit.SECONDS)).isFalse();
        assertThat(toldOnFx.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelledWorkIsInterruptedAndNotHeardOf() throws Exception {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var heard = new AtomicInteger();
        Platform.runLater(() -> {
            var work = background
                    .run(() -> {
                        started.countDown();
                        try {
                            return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                        } finally {
                            interrupted.countDown();
                        }
                    })
                    .onSuccess(done -> heard.incrementAndGet())
                    .onFailure(fault -> heard.incrementAndGet());
            background.after(Duration.ofMillis(50), work::cancel);
        });

        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(heard).hasValue(0);
    }

    @Test
    void aStalledScreenGetsOneTickWhenItWakes() throws Exception {
        var ticks = new AtomicInteger();
        var wake = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                wake.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var ticking = background.every(Duration.ofMillis(10), ticks::incrementAndGet);
        Thread.sleep(150);
        ticking.cancel();
        wake.countDown();
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(ticks.get()).isLessThanOrEqualTo(1);
    }
}
