package dev.docket.client;

import dev.docket.client.shell.DeskApplication;
import dev.docket.client.shell.DeskOptions;
import dev.docket.client.shell.WrongUsage;
import java.io.PrintStream;
import java.util.List;
import javafx.application.Application;

/// Starts the desk: `--server URL`, and `--theme light|dark|contrast`.
///
/// It is not itself the JavaFX application, so that it starts from a plain class path.
public final class Desk {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Desk() {}

    public static void main(String[] arguments) {
        int status = start(List.of(arguments), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int start(List<String> arguments, PrintStream errors) {
        try {
            DeskOptions.of(arguments);
            Application.launch(DeskApplication.class, arguments.toArray(String[]::new));
            return 0;
        } catch (WrongUsage e) {
            errors.println("docket console: " + e.getMessage());
            errors.println(DeskOptions.USAGE);
            return WRONG_USAGE;
        } catch (UnsupportedOperationException e) {
            errors.println("docket console: no window can be opened here: " + e.getMessage());
            return FAILED;
        }
    }
}
