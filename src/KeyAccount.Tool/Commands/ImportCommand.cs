using System.CommandLine;
using System.CommandLine.Parsing;
using KeyAccount.Core;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Imports;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount import</c>: exports of a CRM become a portfolio.</summary>
internal sealed class ImportCommand
{
    private static readonly (string Table, string What)[] Named =
    [
        ("accounts", "accounts, a row each (id, name, owner, creditDays …); without it, the accounts are those that other tables name"),
        ("contacts", "people (account, id, name, jobTitle, role …)"),
        ("purchases", "purchases, orders or invoices (account, date or month, amount), which add up to months"),
        ("wallet", "what accounts spend by category (account, category, spendWithUs, wallet)"),
        ("contracts", "contracts (account, id, from, until, annualValue)"),
        ("complaints", "complaints (account, id, openedOn, tier)"),
        ("quotes", "quotes (account, id, date, product, quantity, listPrice …)"),
        ("surveys", "surveys, or answers (account, satisfaction, date): of an account the latest counts"),
        ("opportunities", "deals (account, id, name, amount, stage, expectedClose …)"),
    ];

    private readonly (string Table, Option<string[]> Option)[] _tables =
    [
        .. Named.Select(each => (each.Table, new Option<string[]>($"--{each.Table}")
        {
            Description = $"A table of {each.What}.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            CustomParser = FileName.ParseOption,
        })),
    ];

    private readonly Option<string[]> _table = new("--table")
    {
        Description = "Any other table of the account file, such as contacts.ladder=ladder.csv (keyaccount sample shows them all).",
        HelpName = "NAME=FILE",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = ParseTables,
    };

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "A folder of files, or a workbook of sheets, with the names of the tables.",
        HelpName = "DIR|BOOK.xlsx",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = FileName.ParseOption,
    };

    private readonly Option<FileInfo?> _map = FileName.Option(
        "--map", "How columns are read (keyaccount schema mapping); --suggest drafts one.", "MAPPING.json");
    private readonly Option<string?> _preset = WordOption.Create(
        "--preset", "The columns as the exports of a CRM title them.", [.. ImportPreset.All.Select(preset => preset.Name)]);
    private readonly Option<bool> _suggest = new("--suggest")
    {
        Description = "Draft a mapping from the titles and the values of the tables, instead of importing them.",
    };
    private readonly Option<DirectoryInfo?> _template = new("--template")
    {
        Description = "Write an empty workbook for each table into this folder, whose cells offer the values that their column can have.",
        HelpName = "DIR",
        CustomParser = result =>
        {
            if (result.Tokens[0].Value.Length > 0)
                return new(result.Tokens[0].Value);
            result.AddError("--template '' is not the name of a folder.");
            return null;
        },
    };
    private readonly Option<FileInfo?> _out = FileName.Option("--out", "The portfolio, or the draft of --suggest.");
    private readonly Option<FileInfo?> _update = FileName.Option(
        "--update", "The portfolio to update: what the tables do not contain stays, and each change is reported.", "PORTFOLIO.json");
    private readonly Option<string?> _currency = new("--currency")
    {
        Description = "The currency of all amounts.",
        HelpName = "CODE",
        CustomParser = result => ParsedOption.Parsed(
            result, "--currency", text => text.Trim().Length > 0 ? text.Trim() : null, "a currency such as EUR"),
    };
    private readonly Option<LocalDate?> _asOf = ParsedOption.Date("--as-of", "The date of the facts.");
    private readonly Option<string?> _name = new("--name") { Description = "The name of the portfolio.", HelpName = "TEXT" };
    private readonly Option<decimal?> _threshold = ParsedOption.Amount(
        "--key-account", "The yearly purchases that make a key account in that currency (needed unless it is CNY).", isZeroAllowed: false);
    private readonly Option<FileInfo?> _rates = FileName.Option(
        "--rates", "A table of rates (date, from, to, rate), by which amounts in other currencies are converted.");
    private readonly Option<bool> _skipRows = new("--skip-bad-rows")
    {
        Description = "Leave out rows that have faults, and report them.",
    };
    private readonly Option<bool> _skipValues = new("--skip-bad-values")
    {
        Description = "Leave out values that have faults, so that they count as unknown, and report them.",
    };
    private readonly ThreadsOption _threads = new("How many threads read tables and make accounts");
    private readonly TableOptions _format = new();
    private readonly ReportOptions _report = new(file: "--report");

    private ImportCommand()
    {
    }

    public static Command Create()
    {
        var command = new Command(
            "import",
            "Make a portfolio of tables: exports of a CRM, workbooks, CSV files. Without --map and --preset, columns are called as "
            + "keyaccount sample writes them.");
        var import = new ImportCommand();
        foreach (var (_, option) in import._tables)
            command.Options.Add(option);
        foreach (var option in (Option[])[
            import._table, import._from, import._map, import._preset, import._suggest, import._template, import._out, import._update,
            import._currency, import._asOf, import._name, import._threshold, import._rates, import._skipRows, import._skipValues])
            command.Options.Add(option);
        import._threads.AddTo(command);
        import._format.AddTo(command);
        import._report.AddTo(command);
        command.SetAction(import.Run);
        return command;
    }

    private void Run(ParseResult result)
    {
        if (result.GetValue(_template) is { } folder)
        {
            var count = TableFiles.WriteTemplates(folder.ToString());
            GlobalOptions.Tell(result, [$"note: {ToolText.Of("Import.Templates", _report.LanguageOf(result), count, folder.ToString())}"]);
            return;
        }

        if (result.GetValue(_map) is not null && result.GetValue(_preset) is not null)
            throw new UsageException("--map and --preset cannot be combined; --suggest --preset drafts a mapping.");
        if (result.GetValue(_skipRows) && result.GetValue(_skipValues))
            throw new UsageException("--skip-bad-rows and --skip-bad-values cannot be combined; leave one of them out.");
        using var files = Open(result);
        if (result.GetValue(_suggest))
            Suggest(result, files);
        else
            Import(result, files);
    }

    private ImportFiles Open(ParseResult result)
    {
        var files = new ImportFiles();
        try
        {
            foreach (var (table, option) in _tables)
            {
                foreach (var name in result.GetValue(option) ?? [])
                    files.Add(table, name);
            }

            foreach (var pair in result.GetValue(_table) ?? [])
                files.Add(pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            foreach (var place in result.GetValue(_from) ?? [])
                files.AddFrom(place);
            return files.All.Count > 0 ? files
                : throw new UsageException("there is no table to import; name one with --accounts, --purchases … or --from.");
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    private void Suggest(ParseResult result, ImportFiles files)
    {
        var reading = _format.ReadingOf(result);
        var told = new List<string>();
        var tables = new Dictionary<string, ImportTableMapping>(StringComparer.Ordinal);
        var language = _report.LanguageOf(result);
        foreach (var file in files.All)
        {
            var draft = MappingDraft.Of(file, reading, ImportPreset.Of(result.GetValue(_preset)), language, told);
            if (!draft.Columns.Any(column => column.Path is "id" or "name"))
                told.Add(ToolText.Of("Import.NoAccount", language, file.Name));
            if (draft.Ignored.Count > 0)
            {
                var titles = string.Join(", ", draft.Ignored.Select(title => $"'{SafeText.Line(title, 40)}'"));
                told.Add(ToolText.Of("Import.Ignored", language, file.Name, titles));
            }

            tables.TryAdd(file.Table, draft);
        }

        var target = result.GetValue(_out);
        if (target is not null && FilePlace.IsAmong(target, files.Files))
            throw new UsageException($"--out '{target}' is a file that is read; name another file.");
        ReportOutput.Write(target, result.InvocationConfiguration.Output, output =>
        {
            output.Write(new ImportMapping { Tables = tables }.ToJson().ReplaceLineEndings("\n"));
            output.Write('\n');
        });
        GlobalOptions.Tell(result, told.Select(line => $"note: {SafeText.Line(line, 500)}"));
    }

    private void Import(ParseResult result, ImportFiles files)
    {
        var target = result.GetValue(_out)
            ?? throw new UsageException("--out is missing; name the file that the portfolio is written to.");
        var (map, update, rateFile) = (result.GetValue(_map), result.GetValue(_update), result.GetValue(_rates));
        FileInfo?[] inputs = [.. files.Files, map, rateFile];
        if (FilePlace.IsAmong(target, inputs))
            throw new UsageException($"--out '{target}' is a file that is read; name another file.");
        var parallel = _threads.Of(result);
        var reading = _format.ReadingOf(result) with { IsAhead = parallel.MaxDegreeOfParallelism > 1 };
        var mapping = map is null ? null : InputFile.Read(
            map, "a mapping", stream => ModelFaults.Report(() => ImportMapping.FromJson(InputFile.BytesOf(stream))));
        var preset = ImportPreset.Of(result.GetValue(_preset));
        var head = files.Portfolio is { } said ? PortfolioHead.Read(said, reading) : null;
        var rates = RatesOf(files, rateFile, reading, head);
        var tables = ImportedTable.OpenAll(
            files.All, parallel, file => ImportedTable.Open(file, reading, mapping?.Tables.GetValueOrDefault(file.Table), preset));
        if (mapping is not null && ToleranceOf(result) == ImportTolerance.None)
            CheckTitles(map!, mapping, tables);
        using var existing = update is null ? null : InputFile.Open(update, "accounts");
        var builder = update is null ? new PortfolioBuilder(HeadOf(result, head, rates)) { Tolerance = ToleranceOf(result) }
            : InputFile.Read(existing!, update, stream => ModelFaults.Report(() =>
            {
                var file = PortfolioFile.Read(InputFile.Seekable(stream), parallel);
                return new PortfolioBuilder(file, HeadOf(result, head, rates, file.Head)) { Tolerance = ToleranceOf(result) };
            }));
        builder.InParallel(parallel);
        var statesCurrency = update is not null || Array.Exists(tables, table => table.HasAccountCurrency);
        var bar = GlobalOptions.ProgressOf(result);
        foreach (var table in tables)
        {
            var length = table.File.Source.Length;
            bar.Run(bar.IsShown(length), table.File.Name, length, progress =>
            {
                table.ReadInto(builder, statesCurrency, progress);
                return true;
            });
        }

        try
        {
            ReportOutput.WriteFile(target, builder.Write);
        }
        catch (InvalidModelException e)
        {
            // The whole list, where somebody asks for it.
            if (_report.HasFile(result))
            {
                _report.Write(
                    result, ImportReports.Of(new(target.ToString(), builder, tables, files.LeftOver, isWritten: false)),
                    [.. inputs, update, target]);
            }

            throw Refused(e);
        }

        _report.Write(
            result, ImportReports.Of(new(target.ToString(), builder, tables, files.LeftOver, isWritten: true)),
            [.. inputs, update, target]);
        string[] unused = [.. (mapping?.Tables.Keys ?? []).Where(name => !files.All.Any(file => file.Table == name))];
        if (unused.Length > 0)
        {
            GlobalOptions.Tell(
                result, [$"note: {ToolText.Of("Import.UnusedTables", _report.LanguageOf(result), string.Join(", ", unused))}"]);
        }
    }

    private static ExchangeRateTable? RatesOf(ImportFiles files, FileInfo? rateFile, TableReading reading, Portfolio? head)
    {
        if (rateFile is not null)
        {
            using var named = new ImportFiles();
            named.Add(ImportFiles.Rates, rateFile.ToString());
            return PortfolioHead.ReadRates(named.RateTable!, reading, null);
        }

        return files.RateTable is { } table ? PortfolioHead.ReadRates(table, reading, head?.Rates) : head?.Rates;
    }

    // A column of the mapping that no file of its table has.
    private static void CheckTitles(FileInfo map, ImportMapping mapping, ImportedTable[] tables)
    {
        var faults = new List<string>();
        foreach (var (name, table) in mapping.Tables)
        {
            ImportedTable[] files = [.. tables.Where(each => each.File.Table == name)];
            if (files.Length == 0)
                continue;
            for (var i = 0; i < table.Columns.Count; i++)
                Check(table.Columns[i].Title!, Invariant($"columns[{i}].title"));
            if (table.Latest is { } latest)
                Check(latest, "latest");

            void Check(string title, string place)
            {
                if (Array.TrueForAll(files, file => file.Plan.Missing.Contains(title, StringComparer.OrdinalIgnoreCase)))
                    faults.Add($"tables[\"{name}\"].{place}: {files[0].MissingOf(title)}");
            }
        }

        if (faults.Count > 0)
        {
            var lines = string.Concat(faults.Select(fault => $"\n  {fault}"));
            throw new ToolException(
                $"{map}: {ModelFaults.CountOf(faults.Count)}:{lines}\n  Correct the mapping; --skip-bad-values goes on without these "
                + "columns.");
        }
    }

    private static ToolException Refused(InvalidModelException e)
    {
        const int Shown = 20;
        var lines = string.Concat(e.Faults.Take(Shown).Select(fault =>
            $"\n  {SafeText.Line(fault.Path, 200)}: {SafeText.Line(fault.Message, 300)}"));
        var more = e.Faults.Count > Shown ? Invariant($"\n  … and {e.Faults.Count - Shown} more; --report FILE lists them all") : "";
        return new(
            $"nothing is written; {ModelFaults.CountOf(e.Faults.Count)}:{lines}{more}\n  A mapping (--map) says what values stand for; "
            + "--skip-bad-values and --skip-bad-rows leave out what has faults.", e);
    }

    private static ImportTolerance ToleranceOfWord(bool rows, bool values) =>
        rows ? ImportTolerance.LeaveOutRows : values ? ImportTolerance.LeaveOutValues : ImportTolerance.None;

    private ImportTolerance ToleranceOf(ParseResult result) => ToleranceOfWord(result.GetValue(_skipRows), result.GetValue(_skipValues));

    private Portfolio HeadOf(ParseResult result, Portfolio? said, ExchangeRateTable? rates, Portfolio? before = null)
    {
        // What a table of the portfolio leaves empty stays.
        var known = said is null || before is null ? said ?? before : said with
        {
            Name = said.Name ?? before.Name,
            KeyAccountPurchases = said.KeyAccountPurchases ?? before.KeyAccountPurchases,
            Materiality = said.Materiality ?? before.Materiality,
            SalesTarget = said.SalesTarget ?? before.SalesTarget,
            PersonalFactsMonths = said.PersonalFactsMonths ?? before.PersonalFactsMonths,
            ParetoLevel = said.ParetoLevel ?? before.ParetoLevel,
        };
        var currency = result.GetValue(_currency) is { } written ? Currencies.Named(written) : known?.Currency;
        if (before is not null && currency != before.Currency)
        {
            throw new UsageException(
                $"--update: the amounts of the portfolio are in {before.Currency}, and those of the tables in {currency}; convert one of "
                + "them.");
        }

        return (known ?? new() { Currency = "", AsOf = default }) with
        {
            Currency = currency ?? throw new UsageException("--currency is missing; name the currency of the amounts, such as EUR."),
            AsOf = result.GetValue(_asOf) ?? known?.AsOf
                ?? throw new UsageException("--as-of is missing; name the date of the facts, such as the day of the exports."),
            Name = result.GetValue(_name) ?? known?.Name,
            KeyAccountPurchases = result.GetValue(_threshold) ?? known?.KeyAccountPurchases
                ?? (currency == Portfolio.StandardCurrency ? null : throw new UsageException(
                    $"--key-account is missing; the standard threshold is in {Portfolio.StandardCurrency}, the amounts are in "
                    + $"{currency}.")),
            Rates = Merged(before?.Rates, rates),
        };
    }

    // Rates that the new table does not have stay.
    private static ExchangeRateTable? Merged(ExchangeRateTable? before, ExchangeRateTable? rates)
    {
        if (before is null || rates is null)
            return rates ?? before;
        var known = rates.Rates.Select(rate => (rate.Date, rate.From, rate.To)).ToHashSet();
        return rates with { Rates = [.. before.Rates.Where(rate => !known.Contains((rate.Date, rate.From, rate.To))), .. rates.Rates] };
    }

    private static string[]? ParseTables(ArgumentResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            var at = text.IndexOf('=');
            if (at <= 0 || at == text.Length - 1 || !ImportFiles.Tables.Contains(text[..at], StringComparer.Ordinal))
                result.AddError($"--table '{text}' is not NAME=FILE with one of {string.Join(", ", ImportFiles.Tables)}.");
        }

        return [.. result.Tokens.Select(token => token.Value)];
    }
}
