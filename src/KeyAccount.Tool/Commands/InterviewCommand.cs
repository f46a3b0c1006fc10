using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount team interview POSITION</c>: ten questions with what answers of 1, 3 and 5 sound like.</summary>
internal static class InterviewCommand
{
    // Human resources ask; they are not asked.
    private static readonly SalesPosition[] Positions =
        [.. SalesPosition.InOrder.Where(position => position != SalesPosition.HumanResources)];

    /// <summary>The command below <c>team</c>.</summary>
    /// <param name="team">The argument of <c>team</c>, which the guide does not need.</param>
    public static Command Create(Argument<FileInfo?> team)
    {
        var position = new Argument<SalesPosition?>("POSITION")
        {
            Description = $"Whom you interview: {Names}; a director and a vice president are asked what a manager is asked.",
            CustomParser = Parse,
        };
        position.CompletionSources.Add([.. Positions.Select(each => each.Name)]);
        var report = new ReportOptions();
        var command = new Command(
            "interview",
            "Print the interview guide of a position: ten questions, what to listen for, and what a weak, a fair and a strong answer "
            + "sound like.")
        {
            position,
        };
        report.AddTo(command);
        command.SetAction(result =>
        {
            if (result.GetValue(team) is { } file)
                throw new UsageException($"the guide is the same for every team; leave out '{file}'.");
            report.Write(result, InterviewReports.Of(result.GetValue(position)!, report.LanguageOf(result)));
        });
        return command;
    }

    private static string Names => string.Join(", ", Positions.Select(position => position.Name));

    // By its code in any case, or by its name in any language.
    private static SalesPosition? Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (TermWord.Of<SalesPosition>(word) is { } position && Positions.Contains(position))
            return position;
        result.AddError($"POSITION '{word}' is not one of {Names}.");
        return null;
    }
}
