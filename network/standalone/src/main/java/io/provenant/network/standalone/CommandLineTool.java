package io.provenant.network.standalone;

import io.provenant.gateway.cli.Main;
import io.provenant.network.standalone.story.OfflineTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The command line of Provenant in this process, with nothing of the market at hand but the files it is given. */
final class CommandLineTool implements OfflineTool {

    @Override
    public Result run(List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int status = Main.run(writer, writer, arguments.toArray(String[]::new));
        return new Result(status, said.toString());
    }
}
