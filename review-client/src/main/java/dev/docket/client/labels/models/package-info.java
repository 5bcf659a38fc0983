/// Model versions and where each is in its life, as every section of the screen reads them.
@NullMarked
package dev.docket.client.labels.models;

import org.jspecify.annotations.NullMarked;
