using System.CommandLine;
using KeyAccount.Tool.Assistants;
using KeyAccount.Tool.Terminal;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount mcp</c>: a portfolio for an assistant, by the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var command = new Command(
            "mcp",
            "Serve a portfolio to an assistant by the Model Context Protocol, over standard input and output: what is at stake, why, what "
            + "if. It only reads. --redact names nobody.");
        var portfolio = new PortfolioOptions(command, isOption: true);
        var report = new ReportOptions();
        report.AddLanguageTo(command);
        command.SetAction((result, ends) =>
        {
            if (result.Tokens.Any(token => token.Value == "-"))
                throw new UsageException("the standard input belongs to the assistant; name a file in the place of -.");
            return Serve(portfolio, report, result, ends);
        });
        return command;
    }

    private static async Task<int> Serve(PortfolioOptions portfolio, ReportOptions report, ParseResult result, CancellationToken ends)
    {
        using var opened = portfolio.Open(result, report);
        GlobalOptions.Tell(result, opened.Notes);
        var tools = new PortfolioTools(opened, report.LanguageOf(result));
        var options = new McpServerOptions
        {
            ServerInfo = new() { Name = "keyaccount", Version = typeof(McpCommand).Assembly.GetName().Version!.ToString(3) },
            ServerInstructions = PortfolioTools.Instructions,
            Handlers = new()
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. PortfolioTools.All] }),
                CallToolHandler = (asked, _) => ValueTask.FromResult(tools.Call(asked.Params!)),
            },
        };
        await using var transport = new StdioServerTransport(options);
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(ends);
        return 0;
    }
}
