package io.filon.intake.file;

import io.filon.intake.file.scan.Scan;
import io.filon.problem.FilonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Takes files out of gzip and zip, into the scratch folder. A workbook, though a zip, stays whole.
final class Unpacker {

    private static final int DEEPEST = 3;
    private static final int BLOCK = 1 << 20;

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
            copy(in, target, file.name());
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
        String name = file.name() + "!" + entry.getName();
        requireRoom(entry.getSize(), name);
        try (InputStream in = zip.getInputStream(entry)) {
            copy(in, target, name);
        }
        return new PlainFile(name, target, Scan.NONE, Listing.promisesTable(entry.getName()));
    }

    /// Writes what comes out of the wrapping, as long as it can be an export and there is room for it.
    private void copy(InputStream in, Path target, String name) throws IOException {
        byte[] block = new byte[BLOCK];
        long open = 0; // bytes since the last end of a line
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, 0, BLOCK)) {
                requireRoom(read, name);
                out.write(block, 0, read);
                int end = Bytes.lastEnd(block, read);
                open = end < 0 ? open + read : read - end;
                if (open > CsvLoader.LONGEST_RECORD && FileType.of(target) == FileType.TEXT) {
                    String line = Long.toString(Bytes.ends(target) + 1);
                    throw new FilonException("file.endless_line", name, line);
                }
            }
        }
    }

    private void requireRoom(long bytes, String name) throws IOException {
        long free = Files.getFileStore(scratch).getUsableSpace();
        if (bytes > free) {
            throw new FilonException("file.no_room", name, bytes >> 20, free >> 20, scratch.toString());
        }
    }

    private Path next() throws IOException {
        return Files.createTempFile(scratch, "unpacked", "");
    }
}
