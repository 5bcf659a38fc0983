package dev.docket.client.api;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.Paths;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// The floor's live events, for as long as it is open.
///
/// A stream that breaks is opened again, after one second at first and at most half a minute; what happened in
/// between is not told, so whoever listens reads afresh when the stream [opens][#onOpen]. Use on the FX thread,
/// where listeners are told as well.
public final class EventStream {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Floor floor;
    private final Background background;
    private final EventSource.Factory sources;
    private final List<Consumer<LiveEvent>> listeners = new ArrayList<>();
    private final List<Runnable> openers = new ArrayList<>();
    private @Nullable EventSource source;
    private @Nullable Cancellable retry;
    private Duration wait = FIRST_WAIT;
    private volatile boolean closed;

    public EventStream(Floor floor, Background background) {
        this.floor = floor;
        this.background = background;
        var http = floor.http()
                .newBuilder()
                .readTimeout(SILENCE)
                .callTimeout(Duration.ZERO)
                .build();
        this.sources = EventSources.createFactory(http);
    }

    public void onEvent(Consumer<LiveEvent> listener) {
        listeners.add(listener);
    }

    /// Told each time the stream stands, the first time too.
    public void onOpen(Runnable listener) {
        openers.add(listener);
    }

    public void open() {
        if (closed) {
            return;
        }
        retry = null;
        var request = floor.request(Paths.EVENTS)
                .header("Accept", "text/event-stream")
                .build();
        source = sources.newEventSource(request, new Listener());
    }

    public void close() {
        closed = true;
        if (retry != null) {
            retry.cancel();
        }
        if (source != null) {
            source.cancel();
        }
    }

    private void opened() {
        if (!closed) {
            wait = FIRST_WAIT;
            openers.forEach(Runnable::run);
        }
    }

    private void arrived(LiveEvent event) {
        if (!closed) {
            listeners.forEach(listener -> listener.accept(event));
        }
    }

    private void broken() {
        if (closed || retry != null) {
            return;
        }
        retry = background.after(wait, this::open);
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }

    private void onFxThread(Runnable action) {
        background.after(Duration.ZERO, action);
    }

    private @Nullable LiveEvent read(@Nullable String type, String data) {
        try {
            var payload = floor.json()
                    .<Map<String, Object>>readValue(
                            data,
                            floor.json().getTypeFactory().constructMapType(Map.class, String.class, Object.class));
            return new LiveEvent(type == null ? "message" : type, payload == null ? Map.of() : payload);
        } catch (JacksonException e) {
            log.atDebug().log("An event could not be read");
            return null;
        }
    }

    private final class Listener extends EventSourceListener {
        @Override
        public void onOpen(EventSource opened, Response response) {
            floor.watcher().reached();
            onFxThread(EventStream.this::opened);
        }

        @Override
        public void onEvent(EventSource from, @Nullable String id, @Nullable String type, String data) {
            var event = read(type, data);
            if (event != null) {
                onFxThread(() -> arrived(event));
            }
        }

        @Override
        public void onClosed(EventSource from) {
            onFxThread(EventStream.this::broken);
        }

        @Override
        public void onFailure(EventSource from, @Nullable Throwable cause, @Nullable Response response) {
            if (response == null && cause instanceof IOException && !closed) {
                floor.watcher().unreachable();
            } else if (response != null && response.code() == 401) {
                floor.watcher().signedOut();
            }
            onFxThread(EventStream.this::broken);
        }
    }
}
