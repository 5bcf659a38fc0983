package dev.docket.client.labels;

import dev.docket.client.common.i18n.Messages;
import dev.docket.client.common.shortcut.Shortcuts;
import dev.docket.client.common.task.InlineBackground;
import dev.docket.client.common.theme.Theme;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.release.Step;
import dev.docket.client.labels.watching.SharesForm;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws the Labels screen in its states to `target/screens`, to be looked at. Not part of the tests: run
/// it by name.
class LabelsShots {
    private static final Path FOLDER = Path.of("target", "screens");

    private final InlineBackground background = new InlineBackground();
    private final FakeSetsApi sets = new FakeSetsApi();
    private final FakeJobsApi jobs = new FakeJobsApi();
    private final FakeModelsApi models = new FakeModelsApi();
    private Theme theme = Theme.LIGHT;
    private int tall = 752;
    private Locale locale = Locale.ENGLISH;

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(FOLDER);
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void sets() throws Exception {
        jobs.jobs.add(FakeJobsApi.job(FakeSetsApi.JOB, "label-set", JobState.RUNNING, 0.42, null));
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT);
            shoot(name + "-sets", model -> model.sets().select(sets.sets.get(1)));
            shoot(name + "-build", model -> model.sets().begin());
            shoot(name + "-compare", model -> {
                model.sets().select(sets.sets.get(1));
                model.sets().compare();
            });
        }
        theme = Theme.LIGHT;
        shoot("building", model -> {});
        shoot("import", model -> {
            model.sets().bringIn();
            model.sets().importing().select(sets.imports.getFirst());
        });
        locale = Locale.GERMAN;
        shoot("german-sets", model -> model.sets().select(sets.sets.get(3)));
        shoot("german-build", model -> {
            model.sets().begin();
            model.tell(new Told(
                    "refused",
                    "",
                    "invalid",
                    "",
                    List.of(new FieldError("/name", "must not be blank"), new FieldError("/splits", "must sum to 1"))));
        });
        sets.empty = true;
        shoot("empty", model -> {});
        sets.offline = true;
        shoot("offline", model -> {});
    }

    @Test
    void models() throws Exception {
        jobs.jobs.add(
                FakeJobsApi.job("019ab000-0000-7000-8000-000000000003", "training", JobState.RUNNING, 0.42, null));
        jobs.jobs.add(FakeJobsApi.job(FakeModelsApi.TRAINING, "training", JobState.DONE, 1, FakeModelsApi.CANDIDATE));
        for (var each : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            theme = each;
            String name = each.name().toLowerCase(Locale.ROOT);
            shoot(name + "-training", model -> {
                model.go(Section.TRAINING);
                model.trainings().select(jobs.jobs.get(1));
            });
            shoot(name + "-evaluation", model -> {
                model.go(Section.EVALUATION);
                model.evaluation().look("hate");
            });
            shoot(name + "-release", model -> model.go(Section.RELEASE));
            shoot(name + "-watching", model -> model.go(Section.WATCHING));
            tall = 1_500;
            shoot(name + "-shares", this::typeShares);
            tall = 752;
        }
        theme = Theme.LIGHT;
        shoot("train", model -> {
            model.go(Section.TRAINING);
            model.trainings().begin("ls-2026-11-20-3");
        });
        shoot("training-running", model -> model.go(Section.TRAINING));
        shoot("disagreements", model -> {
            model.go(Section.EVALUATION);
            model.evaluation().look("hate");
            model.evaluation().toggleExploring();
        });
        shoot("release-step", model -> {
            model.go(Section.RELEASE);
            model.release().ask(Step.ROLL_BACK);
        });
        tall = 1_500;
        shoot("evaluation-whole", model -> {
            model.go(Section.EVALUATION);
            model.evaluation().look("hate");
        });
        shoot("watching-whole", model -> model.go(Section.WATCHING));
        tall = 752;
        locale = Locale.GERMAN;
        shoot("german-evaluation", model -> {
            model.go(Section.EVALUATION);
            model.evaluation().look("hate");
        });
        tall = 1_500;
        shoot("german-shares", this::typeShares);
        shoot("german-watching", model -> model.go(Section.WATCHING));
        tall = 752;
        shoot("german-release", model -> model.go(Section.RELEASE));
        shoot("german-training", model -> model.go(Section.TRAINING));
        theme = Theme.HIGH_CONTRAST;
        shoot("contrast-evaluation", model -> {
            model.go(Section.EVALUATION);
            model.evaluation().look("hate");
        });
        models.evaluatedYet = false;
        shoot("evaluation-empty", model -> model.go(Section.EVALUATION));
    }

    private void typeShares(LabelsViewModel model) {
        model.go(Section.WATCHING);
        model.watching().shares().edit(new SharesForm("60", "ten"));
        model.tell(new Told("refused", "", "invalid", "", List.of(new FieldError("/hiddenScoresShare", "0 to 0.5"))));
    }

    private void shoot(String name, Consumer<LabelsViewModel> prepare) throws Exception {
        var drawing = new FutureTask<>(() -> draw(prepare));
        Platform.runLater(drawing);
        ImageIO.write(
                SwingFXUtils.fromFXImage(drawing.get(), null),
                "png",
                FOLDER.resolve("labels-" + name + ".png").toFile());
    }

    private WritableImage draw(Consumer<LabelsViewModel> prepare) throws IOException {
        var model = new LabelsViewModel(ports(sets, jobs, models), background, person(Role.ML));
        var scene = new Scene(load(model, locale), 1224, tall);
        theme.apply(scene);
        model.open();
        prepare.accept(model);
        scene.snapshot(null);
        scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var image = scene.snapshot(null);
        model.close();
        return image;
    }

    static LabelsViewModel.Ports ports(FakeSetsApi sets, FakeJobsApi jobs, FakeModelsApi models) {
        return new LabelsViewModel.Ports(sets, jobs, models, models, models, models, models);
    }

    static PersonView person(Role... roles) {
        return new PersonView(
                "7", "mel", "Mel Learner", Set.of(roles), List.of(), List.of("*"), List.of("*"), Map.of());
    }

    static Parent load(LabelsViewModel model, Locale locale) throws IOException {
        var loader = new FXMLLoader(LabelsView.class.getResource("View.fxml"));
        loader.setControllerFactory(type -> new LabelsView(
                model,
                new Messages(locale),
                new Shortcuts(),
                new LabelsView.Dialogs((owner, name) -> null, owner -> null)));
        return loader.load();
    }
}
