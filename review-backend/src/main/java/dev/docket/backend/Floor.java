package dev.docket.backend;

import dev.docket.backend.platform.Terminal;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The floor's entry point: one Spring Boot application of Modulith modules over PostgreSQL.
///
/// Exit status 0: stopped in good order, by a signal too. 1: could not start, and says why. 2:
/// wrong usage. With `audit` it checks the trail of a home instead, with `models` it looks
/// after its model packages, whether a floor runs there or not.
@SpringBootApplication
public class Floor {
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    public static void main(String[] args) {
        try {
            if (args.length > 0 && args[0].equals("audit")) {
                System.exit(AuditCommand.run(Arrays.copyOfRange(args, 1, args.length), System.getenv()));
            }
            if (args.length > 0 && args[0].equals("models")) {
                System.exit(ModelsCommand.run(Arrays.copyOfRange(args, 1, args.length), System.getenv()));
            }
            start(FloorOptions.parse(args, System.getenv()));
        } catch (FloorOptions.WrongUsage e) {
            Terminal.complain(e.getMessage());
            System.exit(WRONG_USAGE);
        } catch (FloorHome.Taken e) {
            Terminal.complain(e.getMessage());
            System.exit(FAILED);
        } catch (RuntimeException e) {
            Terminal.complain("The floor could not start. " + StartFailure.explain(e));
            System.exit(FAILED);
        }
    }

    private static void start(FloorOptions options) {
        var home = FloorHome.take(options.home());
        var readiness = new Readiness(home, options.bind());
        SpringApplication.getShutdownHandlers().add(readiness::end);
        StartFailure.checkPort(options);
        var floor = new SpringApplication(Floor.class);
        if (options.demo()) {
            floor.setAdditionalProfiles("demo");
        }
        floor.addListeners(readiness);
        floor.run(options.asSpringArguments());
    }
}
