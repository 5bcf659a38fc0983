package dev.docket.client.shell;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Command;
import dev.docket.client.common.shortcut.Shortcut;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.theme.Theme;
import dev.docket.dto.queue.QueueView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What the palette offers: every shortcut in force, the queues, the themes, and leaving.
final class Commands {
    private static final Set<Shortcut> UNNAMED = EnumSet.of(Shortcut.PALETTE, Shortcut.HIDE, Shortcut.NEXT_PANE);

    private final Messages messages;
    private final Shortcuts shortcuts;
    private final DeskDeeds deeds;

    Commands(Messages messages, Shortcuts shortcuts, DeskDeeds deeds) {
        this.messages = messages;
        this.shortcuts = shortcuts;
        this.deeds = deeds;
    }

    List<Command> of(Workplace workplace) {
        var commands = new ArrayList<Command>();
        var bound = shortcuts.bound();
        Stream.of(Shortcut.values())
                .filter(shortcut -> bound.containsKey(shortcut) && isWorthFinding(shortcut))
                .sorted(Comparator.comparing(Shortcut::category))
                .forEach(shortcut -> commands.add(new Command(
                        messages.get(shortcut.messageKey()),
                        shortcuts.display(shortcut),
                        bound.getOrDefault(shortcut, () -> {}))));
        if (workplace.mayReview()) {
            addQueues(commands, workplace);
        }
        for (Theme theme : Theme.values()) {
            commands.add(plain(messages.get("shell.theme.wear", name(theme)), () -> deeds.wear(theme)));
        }
        commands.add(plain(messages.get("shell.account.sign-out"), deeds::signOut));
        return commands;
    }

    private void addQueues(List<Command> commands, Workplace workplace) {
        commands.add(plain(messages.get("shell.queues.all"), () -> workplace.choose(null)));
        for (QueueView queue : workplace.queues().all()) {
            commands.add(plain(messages.get("shell.queues.only", queue.title()), () -> workplace.choose(queue.key())));
        }
    }

    /// The digits stand for whichever policies an item has, so a name for them would say nothing.
    private static boolean isWorthFinding(Shortcut shortcut) {
        return !UNNAMED.contains(shortcut) && !shortcut.id().startsWith("policy-");
    }

    String name(Theme theme) {
        return messages.get(
                "shell.theme." + theme.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Command plain(String title, Runnable deed) {
        return new Command(title, "", deed);
    }
}
