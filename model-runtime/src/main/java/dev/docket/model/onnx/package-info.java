/// The only package that sees ONNX Runtime: the frozen encoder and its sessions.
@NullMarked
package dev.docket.model.onnx;

import org.jspecify.annotations.NullMarked;
