package io.filon.intake.file;

import io.filon.intake.file.scan.Scan;
import io.filon.problem.FilonException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Takes files out of gzip and zip, into the scratch folder. A workbook, though a zip, stays whole.
final class Unpacker {

    private static final int DEEPEST = 3;

    private final Path scratch;
    private final PlainFile wrapped;

    Unpacker(Path scratch, PlainFile wrapped) {
        this.scratch = scratch;
        this.wrapped = wrapped;
    }

    /// The file itself, or the files in it.
    List<PlainFile> unpack() throws IOException {
        return unpack(wrapped, 0);
    }

    private List<PlainFile> unpack(PlainFile file, int depth) throws IOException {
        FileType type = FileType.of(file.path());
        if (type == FileType.GZIP && depth < DEEPEST) {
            return unpack(gunzip(file), depth + 1);
        }
        if (type == FileType.ZIP && depth < DEEPEST) {
            return unzip(file, depth);
        }
        return List.of(new PlainFile(file.name(), file.path(), Scan.of(file.path()), file.given()));
    }

    private PlainFile gunzip(PlainFile file) throws IOException {
        Path target = next();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (EOFException e) {
            throw new FilonException("file.truncated", file.name());
        } catch (ZipException e) {
            throw new FilonException("file.bad_archive", file.name());
        }
        return new PlainFile(file.name(), target, Scan.NONE, file.given());
    }

    private List<PlainFile> unzip(PlainFile file, int depth) throws IOException {
        List<PlainFile> members = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && !Listing.hidden(entry.getName())) {
                    members.addAll(unpack(member(file, zip, entry), depth + 1));
                }
            }
        } catch (ZipException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            throw new FilonException(encrypted ? "file.encrypted" : "file.bad_archive", file.name());
        } catch (EOFException e) {
            throw new FilonException("file.bad_archive", file.name());
        }
        if (members.isEmpty()) {
            throw new FilonException("file.no_exports", file.name());
        }
        return members;
    }

    private PlainFile member(PlainFile file, ZipFile zip, ZipEntry entry) throws IOException {
        Path target = next();
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        String name = file.name() + "!" + entry.getName();
        return new PlainFile(name, target, Scan.NONE, Listing.promisesTable(entry.getName()));
    }

    private Path next() throws IOException {
        return Files.createTempFile(scratch, "unpacked", "");
    }
}
