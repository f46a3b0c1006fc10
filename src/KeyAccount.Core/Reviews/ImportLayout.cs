using System.Text.Json;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>The layout of a table to which an account file is written, and in which a table is read without a mapping: its columns and
/// their titles.</summary>
/// <param name="Name">The table: <c>accounts</c> with one row per account, or a list of the account file, such as <c>contacts</c> and
/// <c>contacts.ladder</c>.</param>
/// <param name="Columns">Its columns with their titles, starting with those that identify the subject of a row.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Columns"/> or an item of it is null.</exception>
public sealed record ImportLayout(string Name, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>The title of the column that names the account, in every table except that of the accounts.</summary>
    public const string AccountTitle = "account";

    /// <summary>Its columns.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ImportColumn> Columns { get; init => field = ValueList.Of(value); } = ValueList.Of(Columns);

    /// <summary>Lists the tables of the account file.</summary>
    /// <param name="models">Models with topics of your own; null for the library's topics only.</param>
    /// <returns>The tables, starting with that of the accounts.</returns>
    /// <exception cref="ArgumentException">A column of a topic has no place in the account file.</exception>
    public static IReadOnlyList<ImportLayout> All(ReviewModels? models = null)
    {
        var leaves = PortfolioBuilder.LeavesOf(models);
        return
        [
            .. PortfolioBuilder.ColumnsOf(models).GroupBy(column => column.Table, StringComparer.Ordinal).Select(table => new ImportLayout(
                table.Key,
                [.. KeysOf(leaves[table.First().Path]), .. table.Where(column => column.Path != "opportunities[].accountId")
                    .Select(column => new ImportColumn(column.Path) { Title = column.Name })])),
        ];
    }

    /// <summary>Writes the rows of an account.</summary>
    /// <param name="account">The account.</param>
    /// <returns>The cells of each row in the order of <see cref="Columns"/>: texts, numbers, <c>true</c> and <c>false</c>; dates as texts;
    /// lists as texts separated by semicolons. In a list, a text is put in quotation marks if it contains a separator (<c>;</c>, <c>；</c>,
    /// <c>|</c>, <c>、</c>), begins with a quotation mark, or begins or ends with a space; quotation marks in it are doubled: <c>"valves;
    /// size 40"; seals</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    public IEnumerable<IReadOnlyList<object?>> RowsOf(AccountFile account)
    {
        ArgumentNullException.ThrowIfNull(account);
        using var json = JsonSerializer.SerializeToDocument(account, ReviewJson.Default.AccountFile);
        return [.. RowsOf(json.RootElement)];
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name and the number of columns.</returns>
    public override string ToString() => Invariant($"ImportLayout {{ Name = {Name}, Columns = {Columns.Count} }}");

    private IEnumerable<object?[]> RowsOf(JsonElement account)
    {
        var lists = Name == PortfolioBuilder.Accounts ? [] : Name.Split('.');
        var paths = Columns.Select(column => StepsOf(column.Path)).ToArray();
        return Walk([account], account, 0);

        // Only a list makes rows; a part of the account that holds one is on the way to it.
        IEnumerable<object?[]> Walk(JsonElement[] levels, JsonElement at, int depth)
        {
            if (depth == lists.Length)
            {
                yield return [.. paths.Select(path => CellOf(levels, path.Level, path.Steps))];
                yield break;
            }

            if (!at.TryGetProperty(lists[depth], out var inner))
                yield break;
            var rows = inner.ValueKind switch
            {
                JsonValueKind.Array => inner.EnumerateArray().SelectMany(item => Walk([.. levels, item], item, depth + 1)),
                JsonValueKind.Object => Walk(levels, inner, depth + 1),
                _ => [],
            };
            foreach (var row in rows)
                yield return row;
        }
    }

    private static (int Level, string[] Steps) StepsOf(string path)
    {
        var parts = path.Split("[].");
        return (parts.Length - 1, parts[^1].Split('.'));
    }

    private static object? CellOf(JsonElement[] levels, int level, string[] steps)
    {
        var at = level < levels.Length ? levels[level] : default;
        foreach (var step in steps)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return null;
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString(),
            JsonValueKind.Number => at.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => at.GetArrayLength() == 0 ? null
                : ListText.Join(at.EnumerateArray().Select(
                    item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())),
            _ => null,
        };
    }

    // The account, and what the rows of an inner list belong to: contacts → contact.
    private static IEnumerable<ImportColumn> KeysOf(ImportShape leaf)
    {
        var lists = leaf.Lists;
        if (lists.Length > 0)
            yield return new("id") { Title = AccountTitle };
        foreach (var key in lists.SkipLast(1).SelectMany(list => list.Keys.Select(key => (List: list, Key: key))))
        {
            var singular = key.List.Name.EndsWith("ies", StringComparison.Ordinal) ? $"{key.List.Name[..^3]}y" : key.List.Name[..^1];
            yield return new(key.Key.Path) { Title = key.List.Keys.Length == 1 ? singular : $"{singular}.{key.Key.Name}" };
        }
    }
}
