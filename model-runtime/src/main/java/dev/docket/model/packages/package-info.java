/// The model packages of one home: listed, verified, imported and exported.
@NullMarked
package dev.docket.model.packages;

import org.jspecify.annotations.NullMarked;
