using System.CommandLine;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Teams;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount team [TEAM.json]</c>: the six focuses of sales management from funnel, plan and log, then performance, pay and
/// skills.</summary>
internal static class TeamCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("TEAM.json")
        {
            Description = "A sales team (keyaccount schema team); without it, the sample.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => FileName.Parse(result, "TEAM.json"),
        };
        var named = new Option<bool>("--named") { Description = "Name people. Without it, every figure is that of the team." };
        var plan = FileName.Option(
            "--plan", "Plans (keyaccount plan --update): their actions replace those of the file.", "PLAN.json");
        var save = FileName.Option("--save", "Write the team with everything that was read to this file.", "TEAM.json");
        var tables = new TeamOptions();
        var report = new ReportOptions();
        var command = new Command(
            "team",
            "Judge a sales team by the six focuses of sales management: what to do about the weakest, and how performance, pay and skills "
            + "are managed. It names nobody unless asked to.")
        {
            file,
        };
        foreach (var option in (Option[])[named, plan, save])
            command.Options.Add(option);
        tables.AddTo(command);
        report.AddTo(command);
        command.Subcommands.Add(InterviewCommand.Create(file));
        command.SetAction(result =>
        {
            var (input, actions, target) = (result.GetValue(file), result.GetValue(plan), result.GetValue(save));
            using var stream = input is null ? Samples.Team() : InputFile.Open(input, "a team");
            var read = input is null ? Parsed(stream) : InputFile.Read(stream, input, Parsed);
            var language = report.LanguageOf(result);
            var (team, files, told) = tables.Read(result, read, language);
            var notes = told.ToList();
            string[] strangers = [];
            if (actions is not null)
            {
                var plans = PlanStore.Read(actions);
                team = team.WithActionsOf(plans);
                var owners = plans.Actions.Select(action => action.Owner)
                    .Except(team.Members.Select(member => member.Name), StringComparer.Ordinal);
                strangers = [.. owners.Order(StringComparer.Ordinal)];
                if (strangers.Length > 0)
                {
                    notes.Add($"note: {ToolText.Of(
                        "Team.OtherOwners", language, plans.Actions.Count() - team.Actions.Count, actions.ToString(),
                        TeamTables.Listed(strangers, language))}");
                }
            }

            if (TeamTables.AlikeNote(team, strangers, language) is { } alike)
                notes.Add($"note: {alike}");
            if (target is not null && FilePlace.IsAmong(target, [actions, .. files]))
                throw new UsageException($"--save '{target}' is a file that is read; name another file.");

            // What is wrong with the whole is told before anything is written.
            var judged = ModelFaults.Report(() => TeamReport.Of(team, result.GetValue(named)));
            if (team.Logs.Count(log => log.Monday > judged.AsOf || log.Monday.PlusDays(6) < judged.From) is > 0 and var outside)
                notes.Add($"note: {ToolText.Of("Team.Outside", language, outside, Iso(judged.From), Iso(judged.AsOf))}");
            if (team.NotYetJoined() is { Count: > 0 } later)
            {
                notes.Add($"note: {ToolText.Of(
                    "Team.NotYet", language, later.Count, Iso(judged.AsOf),
                    TeamTables.Listed([.. later.Select(member => member.Name)], language))}");
            }

            if (target is not null)
                ReportOutput.Write(target, result.InvocationConfiguration.Output, output => output.WriteLine(team.ToJson()));
            report.Write(result, TeamReports.Of(judged), [input, actions, target, .. files]);
            GlobalOptions.Tell(result, notes);
        });
        return command;
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static TeamFile Parsed(Stream stream) => ModelFaults.Report(() => TeamFile.FromJson(InputFile.BytesOf(stream)));
}
