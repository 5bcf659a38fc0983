package dev.docket.client.insights;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/// One question and how its answer is drawn.
///
/// The Insights screen is given a list of these and knows nothing else of them: it puts each into a card with the
/// question above, shows loading, emptiness and faults in its stead, reads it, and exports it. To add one, implement
/// [PanelModel], draw it, and put both into the list that the shell builds.
///
/// @param drawing shown while the model is ready; it follows the model by itself
/// @param caption the value at hand in words; empty where there is none
public record Panel(PanelModel model, Region drawing, ObservableValue<String> caption) {}
