package io.filon.cli;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Files the user asked for: written whole or not at all.
public final class Output {

    private Output() {}

    /// @throws FilonException before any work when `file` cannot be written
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new FilonException("output.is_folder", file.toString());
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FilonException("output.no_folder", file.toString(), String.valueOf(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new FilonException("output.not_writable", file.toString());
        }
    }

    /// @throws FilonException before any work when `folder` exists and is no folder, or cannot be made
    public static void checkFolder(Path folder) {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new FilonException("output.not_folder", folder.toString());
            }
            if (!Files.isWritable(folder)) {
                throw new FilonException("output.not_writable", folder.toString());
            }
        } else {
            check(folder);
        }
    }

    /// Whether two paths are one file, or would be if it were there.
    public static boolean same(Path one, Path other) {
        return real(one).equals(real(other));
    }

    private static Path real(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return Files.exists(whole)
                    ? whole.toRealPath()
                    : whole.resolveSibling("").toRealPath().resolve(whole.getFileName());
        } catch (IOException e) {
            return whole;
        }
    }

    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        try {
            Path beside = folder.resolve("." + file.getFileName() + ".part");
            try {
                Files.writeString(beside, text, StandardCharsets.UTF_8);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (AccessDeniedException e) {
            throw new FilonException("output.not_writable", file.toString());
        } catch (IOException e) {
            throw new FilonException("output.failed", file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
