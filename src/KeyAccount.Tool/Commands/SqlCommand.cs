using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Sql;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount sql MODEL --dialect NAME --columns MAP.json</c>: a model as a statement or a view for a warehouse.</summary>
internal static class SqlCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("MODEL")
        {
            Description = "The id of a scorecard or a decision table (keyaccount models lists them).",
        };
        var dialect = WordOption.Create("--dialect", "The engine that runs it.", [.. SqlDialect.All.Select(each => each.Name)]);
        var columns = FileName.Option("--columns", "Which column holds which fact, in JSON; --draft prints one to begin with.", "MAP.json");
        var draft = new Option<bool>("--draft") { Description = "Print the facts that the model reads as a MAP.json to fill in." };
        var table = TableOption(
            "--table", "The table of the facts, before what MAP.json says; ref(NAME) and source(NAME, TABLE) are dbt's.");
        var view = TableOption("--view", "Print the statement that makes this view.");
        var what = WordOption.Create(
            "--of",
            "Of a scorecard: every row with its score and band, the rows of each band, or the facts that cannot be (default: scores).",
            "scores", "bands", "out-of-range");
        var settings = FileName.Option("--settings", "Use the models with the settings of this file.");
        var target = FileName.Option("--out", "Write to this file instead of the terminal.", "FILE.sql");
        var command = new Command(
            "sql", "Print a scorecard or a decision table as SQL: a statement or a view for a warehouse, for any engine, or for dbt.")
        {
            id, dialect, columns, draft, table, view, what, settings, target,
        };
        command.SetAction(result =>
        {
            var model = ModelOf(result.GetRequiredValue(id), result.GetValue(settings));
            var file = result.GetValue(target);
            if (file is not null && FilePlace.IsAmong(file, [result.GetValue(columns), result.GetValue(settings)]))
                throw new UsageException($"--out '{file}' is the file that is read; name another file.");
            if (result.GetValue(draft))
            {
                Option[] others = [dialect, columns, table, view, what];
                if (Array.Find(others, each => result.GetResult(each) is { Implicit: false }) is { } other)
                {
                    throw new UsageException(
                        $"--draft prints a MAP.json, and {other.Name} is about a statement; leave out one of the two.");
                }

                Write(ModelFaults.Report(() => SqlSource.DraftFor(model)));
                return;
            }

            var name = result.GetValue(dialect)
                ?? throw new UsageException(
                    $"--dialect says which engine runs it: {string.Join(", ", SqlDialect.All.Select(each => each.Name))}.");
            var map = result.GetValue(columns)
                ?? throw new UsageException("--columns MAP.json says which column holds which fact; --draft prints one to begin with.");
            var (text, note) = InputFile.Read(map, "columns", stream =>
            {
                var json = Utf8Of(InputFile.BytesOf(stream));
                return ModelFaults.Report(() =>
                {
                    var engine = SqlDialect.Of(name);
                    var source = SqlSource.FromJson(json, model, engine, result.GetValue(table));
                    var (statement, left) = TextOf(model, source, engine, result.GetValue(view), result.GetValue(what));

                    // A model of dbt is a part of a statement that dbt writes.
                    return (source.Table.IsDbt ? statement : $"{statement};", left);
                });
            });
            Write($"{(note is null ? "" : $"-- {note}\n")}{text}");
            if (note is not null)
                GlobalOptions.Tell(result, [$"note: {note}"]);

            void Write(string text) =>
                ReportOutput.Write(file, result.InvocationConfiguration.Output, output => output.WriteLine(text.ReplaceLineEndings("\n")));
        });
        return command;
    }

    private static string Utf8Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(json.Span);
        }
        catch (DecoderFallbackException e)
        {
            throw new ToolException(
                FormattableString.Invariant($"the byte at {e.Index} is not UTF-8; save the file with the encoding UTF-8."), e);
        }
    }

    private static (string Text, string? Note) TextOf(IModel model, SqlSource source, SqlDialect dialect, SqlTable? view, string? what)
    {
        if (view is not null && what is not (null or "scores"))
            throw new UsageException("--view makes a view of the scores; --of asks for something else.");
        if (model is IDecisionTable decisions)
        {
            var table = SqlDecisionTable.Of(decisions, source, dialect);
            return what is null ? ((view is null ? table.Decisions() : ViewOf(table.View, view)).Text, NoteOn(table, decisions))
                : throw new UsageException($"--of is for scorecards, and {model.Id} is a decision table.");
        }

        var scorecard = SqlScorecard.Of((IScorecard)model, source, dialect);
        return ((what switch
        {
            "bands" => scorecard.CountByBand(),
            "out-of-range" => scorecard.CountOutOfRange(),
            _ => view is null ? scorecard.Scores() : ViewOf(scorecard.View, view),
        }).Text, null);
    }

    private static SqlStatement ViewOf(Func<SqlTable, SqlStatement> make, SqlTable view)
    {
        try
        {
            return make(view);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--view: {ToolException.ReasonOf(e).Replace("name is", "it is", StringComparison.Ordinal)}");
        }
    }

    // What the statement cannot hold, and where it stands.
    private static string? NoteOn(SqlDecisionTable statement, IDecisionTable table)
    {
        if (statement.HasAdvice)
            return null;
        var members = (table.Settings.Rules ?? []).Select(rule => rule.Advice).OfType<string>().Select(advice => JsonNode.Parse(advice))
            .OfType<JsonObject>().SelectMany(advice => advice.Select(member => member.Key)).Distinct(StringComparer.Ordinal).ToArray();
        var named = members.Length > 0 ? $" ({string.Join(", ", members)})" : "";
        return $"the statement names the rules and leaves out their advice{named}; "
            + $"keyaccount table {table.Id} --format csv lists it by the id of the rule.";
    }

    private static IModel ModelOf(string id, FileInfo? settings)
    {
        var models = settings is null ? new() : InputFile.Read(settings, "settings", stream => ModelFaults.Report(
            () => new ReviewModels().With(SettingsFile.FromJson(InputFile.BytesOf(stream)))));
        var known = ModelCatalog.Of(models).Where(each => each is IScorecard or IDecisionTable).ToArray();
        return Array.Find(known, each => each.Id == id)
            ?? throw UsageException.NoModel("scorecard or decision table", id, [.. known.Select(each => each.Id)]);
    }

    private static Option<SqlTable?> TableOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME",
        CustomParser = result =>
        {
            try
            {
                return SqlTable.Parse(result.Tokens[0].Value);
            }
            catch (ArgumentException e)
            {
                result.AddError($"{name}: {ToolException.ReasonOf(e).Replace("text is", "it is", StringComparison.Ordinal)}");
                return null;
            }
        },
    };
}
