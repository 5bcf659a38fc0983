package dev.docket.backend.platform.live;

import dev.docket.backend.platform.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// One console's stream, written by a virtual thread of its own, so that nobody waits for a console that reads slowly.
/// What it has not read is bounded; past that the stream ends, and the console opens another and asks for what is so.
class Subscriber {
    private static final int ROOM = 256;
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Caller.Person person;
    private final ResponseBodyEmitter stream;
    private final BooleanSupplier stillWelcome;
    private final BlockingQueue<String> frames = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean ended;

    /// @param stillWelcome whether the credential is still good; asked with each heartbeat
    Subscriber(Caller.Person person, ResponseBodyEmitter stream, BooleanSupplier stillWelcome) {
        this.person = person;
        this.stream = stream;
        this.stillWelcome = stillWelcome;
    }

    void offer(LiveEvent event) {
        if (Audience.admits(person, event) && !frames.offer(event.frame())) {
            end();
        }
    }

    /// Writes until the stream ends, on the calling thread.
    void write() {
        try {
            send(": welcome\n\n");
            while (!ended) {
                var frame = frames.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                if (frame != null) {
                    send(frame);
                } else if (stillWelcome.getAsBoolean()) {
                    send(": beat\n\n");
                } else {
                    end();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            stream.complete();
        }
    }

    /// Ends the stream soon: an empty frame wakes its writer.
    void end() {
        ended = true;
        frames.clear();
        frames.offer("");
    }

    private void send(String frame) throws IOException {
        if (!frame.isEmpty()) {
            stream.send(frame, TEXT);
        }
    }
}
