package dev.docket.client.shell;

import dev.docket.client.common.theme.Theme;

/// What the window as a whole can do.
interface DeskDeeds {
    /// Shows a screen, where this person may see it.
    void go(DeskScreen screen);

    void openPalette();

    void openKeys();

    /// Shows the decisions that were refused for good.
    void openConflicts();

    /// Shows what was settled otherwise than this person found.
    void openCoaching();

    /// Shows this person's own exposure.
    void openCare();

    /// Shows the questions of colleagues, and the answers to one's own.
    void openQuestions();

    void wear(Theme theme);

    Theme theme();

    void signOut();
}
