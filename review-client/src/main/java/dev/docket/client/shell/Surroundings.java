package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.task.Background;
import java.net.URI;
import java.time.InstantSource;

/// What the desk stands on: its floor, this computer, and the time.
record Surroundings(
        URI server, DeskHome home, Settings settings, Background background, InstantSource clock, Messages messages) {}
