using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Rules;

/// <summary>A decision table as the grid that people know from DMN: a line for each row of a rule, a column for each fact, each part of the
/// advice and each language of the reason; the hit policy stands in the corner.</summary>
/// <remarks>
/// <para>Immutable; compared by reference. What <see cref="Of"/> writes <see cref="Read"/> reads back exactly, whatever keeps the cells
/// meanwhile: a CSV file, a sheet, a page.</para>
/// <para>The first column holds the id of the rule. A rule with several rows has several lines, of which the first holds advice and reason.
/// Cells of facts are those of <see cref="RuleSettings"/>. Advice of several parts has a column for each, such as
/// <c>advice.visitsPerQuarter</c>; an empty cell is a part that is not there. A reason has all languages or none.</para>
/// </remarks>
public sealed class DecisionTableGrid
{
    private const string AdviceTitle = "advice";
    private const string ReasonTitle = "reason.";
    private const string PriorityTitle = "priority";

    // What a person reads as it is; what must be escaped in a page is escaped by who writes it.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private DecisionTableGrid(string tableId, IReadOnlyList<string> titles, IReadOnlyList<IReadOnlyList<string>> rows) =>
        (TableId, Titles, Rows) = (tableId, titles, rows);

    /// <summary>The id of the table.</summary>
    public string TableId { get; }

    /// <summary>The titles of the columns: the hit policy over the ids of the rules, the names of the facts, <c>priority</c> where the hit
    /// policy ranks advice, <c>advice</c> or its parts, <c>reason.en</c> and so on.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The cells below the titles, line by line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The grid of a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The grid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    public static DecisionTableGrid Of(IDecisionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rules = table.Settings.Rules!;
        var facts = FactsOf(table);
        var ranks = RanksOf(table.Settings);
        var parts = PartsOf(rules);
        var languages = LanguagesOf(rules);
        string[] titles =
        [
            $"{table.Settings.HitPolicy}",
            .. facts,
            .. ranks is null ? (string[])[] : [PriorityTitle],
            .. parts is null ? (string[])[AdviceTitle] : parts.Select(part => $"{AdviceTitle}.{part}"),
            .. languages.Select(language => ReasonTitle + language),
        ];
        var rows = new List<IReadOnlyList<string>>();
        foreach (var rule in rules)
        {
            var lines = rule.When is { Count: > 0 } when ? when : [new Dictionary<string, string>(StringComparer.Ordinal)];
            for (var line = 0; line < lines.Count; line++)
            {
                var isFirst = line == 0;
                rows.Add(
                [
                    rule.Id,
                    .. facts.Select(fact => lines[line].GetValueOrDefault(fact, FactColumn.Any)),
                    .. ranks is null ? (string[])[]
                        : [isFirst ? ranks[rule.Advice!].ToString(CultureInfo.InvariantCulture) : ""],
                    .. AdviceCells(rule.Advice, parts).Select(cell => isFirst ? cell : ""),
                    .. languages.Select(language => isFirst && rule.Reason is { } reason ? In(reason, language) : ""),
                ]);
            }
        }

        return new(table.Id, titles, rows);
    }

    /// <summary>Reads a grid back, and proves it against its table.</summary>
    /// <param name="table">The table, as it was when the grid was written or as it is now.</param>
    /// <param name="cells">The titles, then the lines below them.</param>
    /// <param name="place">Names a cell by its line and its column in <paramref name="cells"/>, both from 0; null for the names of a sheet
    /// that begins with the titles, such as <c>C5</c>.</param>
    /// <returns>What the grid says of hit policy, rules and priorities; <see cref="IDecisionTable.With"/> takes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> or <paramref name="cells"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong; it holds every fault with the cell it stands in and what may stand
    /// there.</exception>
    public static DecisionTableSettings Read(
        IDecisionTable table, IReadOnlyList<IReadOnlyList<string>> cells, Func<int, int, string>? place = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cells);
        return new Reader(table, cells, place ?? Address).Read();
    }

    /// <summary>A form for logs and debuggers.</summary>
    /// <returns>The id of the table and the size of the grid.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{TableId}: {Rows.Count} lines, {Titles.Count} columns");

    // 0, 0 → A1; 4, 26 → AA5.
    private static string Address(int line, int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{line + 1}");
    }

    // A table whose conditions are code has none in its grid.
    private static string[] FactsOf(IDecisionTable table) =>
        table.Settings.Rules!.Any(rule => rule.When is not null) ? [.. table.Domain.Select(dimension => dimension.Name)] : [];

    // The rank of each advice; null where nothing is ranked.
    private static Dictionary<string, int>? RanksOf(DecisionTableSettings settings)
    {
        if (settings.HitPolicy != HitPolicy.Priority || settings.Priorities is null || settings.Rules!.Any(rule => rule.Advice is null))
            return null;
        using var list = JsonDocument.Parse(settings.Priorities);
        return list.RootElement.EnumerateArray().Select((advice, rank) => (Advice: RawJsonConverter.Compact(advice), Rank: rank + 1))
            .ToDictionary(each => each.Advice, each => each.Rank, StringComparer.Ordinal);
    }

    // The names of the parts in the order in which they are written; null where advice has no parts.
    private static List<string>? PartsOf(IReadOnlyList<RuleSettings> rules)
    {
        var parts = new List<string>();
        foreach (var rule in rules)
        {
            if (rule.Advice is null)
                return null;
            using var advice = JsonDocument.Parse(rule.Advice);
            if (advice.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var before = -1;
            foreach (var member in advice.RootElement.EnumerateObject())
            {
                var at = parts.IndexOf(member.Name);
                if (at < 0)
                    parts.Insert(at = before + 1, member.Name);
                before = at;
            }
        }

        return parts;
    }

    private static string[] LanguagesOf(IReadOnlyList<RuleSettings> rules) =>
    [
        .. Language.All,
        .. rules.SelectMany(rule => rule.Reason?.Others.Keys ?? []).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    private static string In(Text reason, string language) => language switch
    {
        Language.English => reason.En,
        Language.SimplifiedChinese => reason.ZhHans,
        Language.TraditionalChinese => reason.ZhHant,
        _ => reason.Others.GetValueOrDefault(language, ""),
    };

    private static string[] AdviceCells(string? advice, List<string>? parts)
    {
        if (advice is null)
            return [""];
        using var document = JsonDocument.Parse(advice);
        var root = document.RootElement;
        return parts is null ? [CellOf(root)]
            : [.. parts.Select(part => root.TryGetProperty(part, out var member) ? CellOf(member) : "")];
    }

    // A text stands as it is where nothing else reads like it, and where a sheet keeps it: of the ends of lines it knows one.
    private static string CellOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return JsonOf(value);
        var text = value.GetString()!;
        return text.Length > 0 && text.Trim().Length == text.Length && !text.Contains('\r', StringComparison.Ordinal) && !IsJson(text)
            ? text : JsonOf(value);
    }

    private static string JsonOf(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, CheckedJson.Tolerant);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Reader(IDecisionTable table, IReadOnlyList<IReadOnlyList<string>> cells, Func<int, int, string> place)
    {
        private readonly List<ModelFault> _faults = [];

        // Where each place of the settings stands.
        private readonly Dictionary<string, (int Line, int Column)> _places = new(StringComparer.Ordinal);
        private readonly string[] _facts = FactsOf(table);
        private string[] _titles = [];

        public DecisionTableSettings Read()
        {
            if (cells.Count < 2)
                Fault(0, 0, "the grid has no rules; below the titles each line is one");
            _titles = cells.Count == 0 ? [] : [.. cells[0].Select(title => title.Trim())];
            var policy = Policy();
            CheckTitles();
            ThrowFaults();
            var rules = Rules();
            ThrowFaults();
            var settings = new DecisionTableSettings
            {
                HitPolicy = policy, Rules = [.. rules.Select(each => each.Rule)], Priorities = Priorities(rules),
            };
            ThrowFaults();
            try
            {
                _ = table.With(settings);
            }
            catch (InvalidModelException e)
            {
                var columns = FaultyColumns(e.Faults);
                _faults.AddRange(columns.Select(column => column.Fault));
                _faults.AddRange(e.Faults.Except(columns.SelectMany(column => column.Of))
                    .Select(fault => new ModelFault(PlaceOf(fault.Path), fault.Message)));
            }

            ThrowFaults();
            return settings;
        }

        // A part that advice does not have, or that every advice lacks, is the fault of a title and not of each cell below it. A title that
        // is misspelt is both.
        private List<(ModelFault Fault, ModelFault[] Of)> FaultyColumns(IReadOnlyList<ModelFault> faults)
        {
            const string Advice = $"].{AdviceTitle}.";
            var parts = faults.Where(fault => fault.Path.Contains(Advice, StringComparison.Ordinal))
                .GroupBy(
                    fault => fault.Path[(fault.Path.LastIndexOf(Advice, StringComparison.Ordinal) + Advice.Length)..],
                    StringComparer.Ordinal)
                .ToDictionary(part => part.Key, part => part.ToArray(), StringComparer.Ordinal);
            var columns = new List<(ModelFault, ModelFault[])>();
            var missing = parts.Where(part => ColumnOf(TitleOf(part.Key)) < 0 && IsOneFault(part.Value))
                .ToDictionary(StringComparer.Ordinal);
            foreach (var (part, unknown) in parts.Where(part => ColumnOf(TitleOf(part.Key)) >= 0 && IsOneFault(part.Value)
                && part.Value[0].Message.StartsWith(CheckedJson.NoSuchProperty, StringComparison.Ordinal)))
            {
                var meant = NearestName.Of(part, missing.Keys);
                columns.Add((
                    new(Named(0, ColumnOf(TitleOf(part))), $"there is no part of the advice '{part}'"
                        + unknown[0].Message[CheckedJson.NoSuchProperty.Length..] + (meant is null ? "" : $". Is it {meant}?")),
                    meant is not null && missing.Remove(meant, out var lacking) ? [.. unknown, .. lacking] : unknown));
            }

            columns.AddRange(missing.Select(part => (
                new ModelFault(Named(0, 0), $"the column {TitleOf(part.Key)} is missing: {part.Value[0].Message}"), part.Value)));
            return columns;

            static string TitleOf(string part) => $"{AdviceTitle}.{part}";

            static bool IsOneFault(ModelFault[] same) => same.All(fault => fault.Message == same[0].Message);
        }

        private HitPolicy? Policy()
        {
            if (_titles.Length == 0)
                return null;
            if (_titles[0] is "rule")
                return null;
            if (Array.Exists(Enum.GetNames<HitPolicy>(), name => name == _titles[0]))
                return Enum.Parse<HitPolicy>(_titles[0]);
            Fault(0, 0, $"it is '{_titles[0]}'; the corner must be the hit policy, one of {string.Join(", ", Enum.GetNames<HitPolicy>())}");
            return null;
        }

        private void CheckTitles()
        {
            for (var column = 1; column < _titles.Length; column++)
            {
                var title = _titles[column];
                if (title.Length == 0 && cells.Skip(1).All(line => Cell(line, column).Length == 0))
                    continue;
                if (ColumnOf(title) < column)
                    Fault(0, column, $"the title '{title}' is duplicated");
                else if (!_facts.Contains(title, StringComparer.Ordinal) && !IsOwn(title))
                {
                    Fault(
                        0, column,
                        $"there is no column '{title}'; it must be one of "
                        + string.Join(", ", _facts.Append(AdviceTitle).Append($"{AdviceTitle}.PART").Append($"{ReasonTitle}LANGUAGE")));
                }
            }

            foreach (var fact in _facts.Except(_titles.Skip(1), StringComparer.Ordinal))
                Fault(0, 0, $"the column {fact} is missing; write any in its cells where it does not count");
        }

        // The corner is no column of its own name: a fact may be called as a hit policy is.
        private int ColumnOf(string title) => Array.IndexOf(_titles, title, 1);

        private static bool IsOwn(string title) => title is AdviceTitle or PriorityTitle
            || title.StartsWith($"{AdviceTitle}.", StringComparison.Ordinal) || title.StartsWith(ReasonTitle, StringComparison.Ordinal);

        private List<(RuleSettings Rule, int Line)> Rules()
        {
            var rules = new List<(RuleSettings, int)>();
            for (var line = 1; line < cells.Count; line++)
            {
                if (cells[line].All(string.IsNullOrWhiteSpace))
                    continue;
                var id = Cell(cells[line], 0).Trim();
                var first = line;
                var rows = new List<IReadOnlyDictionary<string, string>> { Row(line, id, 0) };

                // Lines of the same rule below one another are its rows.
                while (line + 1 < cells.Count && id.Length > 0 && Cell(cells[line + 1], 0).Trim() == id)
                {
                    line++;
                    rows.Add(Row(line, id, rows.Count));
                    CheckFurther(line, first);
                }

                var path = PathOf(id);
                _places.TryAdd(path, (first, 0));
                _places.TryAdd($"{path}.when", (first, 0));
                rules.Add((new()
                {
                    Id = id, When = _facts.Length == 0 ? null : rows, Advice = AdviceAt(first, id), Reason = ReasonAt(first, id),
                }, first));
            }

            return rules;
        }

        private Dictionary<string, string> Row(int line, string id, int row)
        {
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var dimension in table.Domain.Where(dimension => _facts.Contains(dimension.Name, StringComparer.Ordinal)))
            {
                var column = ColumnOf(dimension.Name);
                var cell = Cell(cells[line], column).Trim();

                // A spreadsheet writes truth values in its own way.
                if (dimension.Values.Any(value => value is bool))
                    cell = string.Join(", ", cell.Split(',').Select(part => part.Trim() switch
                    {
                        var truth when truth.Equals("true", StringComparison.OrdinalIgnoreCase) => "true",
                        var truth when truth.Equals("false", StringComparison.OrdinalIgnoreCase) => "false",
                        var other => other,
                    }));
                _places.TryAdd(
                    FormattableString.Invariant($"{PathOf(id)}.when[{row}][\"{dimension.Name}\"]"), (line, column));
                if (cell.Length == 0)
                {
                    Fault(
                        line, column,
                        $"it is empty; it must be any, or some of "
                        + string.Join(", ", dimension.Values.Select(value => FormattableString.Invariant($"{value ?? "unknown"}"))));
                }
                else if (cell != FactColumn.Any)
                    said[dimension.Name] = cell;
            }

            return said;
        }

        // Advice and reason of a rule stand in its first line; below it they may be repeated.
        private void CheckFurther(int line, int first)
        {
            for (var column = 1; column < _titles.Length; column++)
            {
                if (IsOwn(_titles[column]) && Cell(cells[line], column) is { Length: > 0 } cell && cell != Cell(cells[first], column))
                {
                    Fault(
                        line, column,
                        $"it differs from the first line of the rule, {place(first, column)}; leave it empty, or name another rule");
                }
            }
        }

        private string? AdviceAt(int line, string id)
        {
            var whole = ColumnOf(AdviceTitle);
            if (whole >= 0)
            {
                _places.TryAdd($"{PathOf(id)}.advice", (line, whole));
                return Cell(cells[line], whole) is { Length: > 0 } cell ? JsonAt(cell) : null;
            }

            int[] columns =
                [.. Enumerable.Range(0, _titles.Length).Where(i => _titles[i].StartsWith($"{AdviceTitle}.", StringComparison.Ordinal))];
            if (columns.Length == 0)
                return null;
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    var part = _titles[column][(AdviceTitle.Length + 1)..];
                    _places.TryAdd($"{PathOf(id)}.advice", (line, column));
                    _places.TryAdd(CheckedJson.PathOf($"{PathOf(id)}.advice", part, isKey: false), (line, column));
                    if (Cell(cells[line], column) is { Length: > 0 } cell)
                    {
                        json.WritePropertyName(part);
                        json.WriteRawValue(JsonAt(cell));
                    }
                }

                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }

        // A spreadsheet writes truth values in its own way.
        private static string JsonAt(string cell) => RuleSettings.Compact(cell is "TRUE" ? "true" : cell is "FALSE" ? "false" : cell)!;

        private Text? ReasonAt(int line, string id)
        {
            (string Language, int Column, string Text)[] said =
            [
                .. Enumerable.Range(0, _titles.Length).Where(i => _titles[i].StartsWith(ReasonTitle, StringComparison.Ordinal))
                    .Select(i => (_titles[i][ReasonTitle.Length..], i, Cell(cells[line], i))),
            ];
            if (Array.TrueForAll(said, each => each.Text.Length == 0))
                return null;
            foreach (var language in Language.All)
            {
                if (!Array.Exists(said, each => each.Language == language && each.Text.Length > 0))
                {
                    var column = Array.Find(said, each => each.Language == language).Column;
                    Fault(
                        line, column > 0 ? column : said[0].Column,
                        $"the reason is missing in {language}; it must be said in {string.Join(", ", Language.All)}, or in none");
                    return null;
                }
            }

            foreach (var (language, column, _) in said)
                _places.TryAdd(CheckedJson.PathOf($"{PathOf(id)}.reason", language, isKey: false), (line, column));
            var english = Array.Find(said, each => each.Language == Language.English).Column;
            _places.TryAdd($"{PathOf(id)}.reason", (line, english > 0 ? english : said[0].Column));
            string Of(string language) => Array.Find(said, each => each.Language == language).Text;
            try
            {
                return new(
                    Of(Language.English), Of(Language.SimplifiedChinese), Of(Language.TraditionalChinese),
                    said.Where(each => !Language.All.Contains(each.Language, StringComparer.Ordinal) && each.Text.Length > 0)
                        .ToDictionary(each => each.Language, each => each.Text, StringComparer.OrdinalIgnoreCase));
            }
            catch (ArgumentException e)
            {
                Fault(0, said[0].Column, Guard.ReasonOf(e));
                return null;
            }
        }

        // The same order of rank stays as the table has it, with what no rule advises.
        private string? Priorities(List<(RuleSettings Rule, int Line)> rules)
        {
            var column = ColumnOf(PriorityTitle);
            if (column < 0)
                return null;
            var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (rule, line) in rules)
            {
                var advice = rule.Advice ?? table.Settings.Rules!.FirstOrDefault(each => each.Id == rule.Id)?.Advice;
                if (!int.TryParse(Cell(cells[line], column), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) || rank < 1)
                    Fault(line, column, $"it is '{Cell(cells[line], column)}'; it must be a rank from 1, the highest");
                else if (advice is not null && !ranks.TryAdd(advice, rank) && ranks[advice] != rank)
                    Fault(line, column, FormattableString.Invariant($"it is {rank}; the same advice has the rank {ranks[advice]} above"));
            }

            foreach (var same in ranks.GroupBy(each => each.Value).Where(same => same.Count() > 1))
                Fault(0, column, FormattableString.Invariant($"different advice has the rank {same.Key}; each needs a rank of its own"));
            string[] order = InOrder(ranks), known = InOrder(RanksOf(table.Settings) ?? new(StringComparer.Ordinal));
            return order.SequenceEqual(known.Where(ranks.ContainsKey), StringComparer.Ordinal) ? null
                : $"[{string.Join(",", order.Union(known, StringComparer.Ordinal))}]";

            static string[] InOrder(Dictionary<string, int> ranks) =>
                [.. ranks.OrderBy(each => each.Value).Select(each => each.Key)];
        }

        private static string PathOf(string id) => $"rules[\"{id}\"]";

        // The cell of a place in the settings: its own, or that of what it is part of.
        private string PlaceOf(string path)
        {
            for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOfAny(['.', '[']))])
            {
                if (_places.TryGetValue(part, out var at))
                    return Named(at.Line, at.Column);
            }

            return path;
        }

        private static string Cell(IReadOnlyList<string> line, int column) => column < line.Count ? line[column] ?? "" : "";

        private string Named(int line, int column) =>
            column < _titles.Length && column > 0 && line > 0 ? $"{place(line, column)} ({_titles[column]})" : place(line, column);

        private void Fault(int line, int column, string message) => _faults.Add(new(Named(line, column), message));

        private void ThrowFaults()
        {
            if (_faults.Count > 0)
                throw new InvalidModelException(table.Id, _faults);
        }
    }
}
