using System.CommandLine;
using System.CommandLine.Parsing;

namespace KeyAccount.Tool.Commands;

/// <summary>The argument that names a portfolio.</summary>
internal static class PortfolioArgument
{
    public const string Description = "A portfolio file (keyaccount schema portfolio); without it, the sample that comes with the tool.";

    public static Argument<FileInfo?> AddTo(Command command)
    {
        var argument = new Argument<FileInfo?>("PORTFOLIO.json")
        {
            Description = Description,
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Parse,
        };
        command.Arguments.Add(argument);
        return argument;
    }

    // An option that does not exist would be taken for the file.
    private static FileInfo? Parse(ArgumentResult result)
    {
        if (!result.Tokens[0].Value.StartsWith('-'))
            return FileName.Parse(result, "PORTFOLIO.json");
        result.AddError($"Unrecognized command or argument '{result.Tokens[0].Value}'.");
        return null;
    }
}
