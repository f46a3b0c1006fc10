using System.Globalization;
using System.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>One attempt to make an account from its rows, without those that are left out.</summary>
internal sealed class ImportAttempt(
    PortfolioBuilder builder, ImportAccount account, HashSet<ImportOrigin> left, MadeAccount made)
{
    private const string People = "contacts";

    private readonly Dictionary<int, long> _used = [];
    private readonly List<ImportNote> _told = [];
    private readonly List<ImportOrigin> _faulty = [];
    private readonly List<(ImportNote Note, ImportOrigin Origin)> _faults = [];

    // Keys of entries that are left out: that others name them in vain follows from the fault.
    private HashSet<string>? _leftKeys;
    private List<(ImportObject Item, ImportShape Leaf, ImportTable Table, long Row)>? _blanks;

    // Of the row at hand.
    private readonly List<(ImportShape Leaf, ReadOnlyMemory<byte> Json, int Column)> _cells = [];
    private ImportObject?[] _items = [];
    private bool[] _has = [];
    private bool _isNamed;

    /// <summary>Whether there is a fault, reported or not.</summary>
    public bool HasFaults => _faulty.Count > 0;

    /// <summary>Whether all rows that establish the account are left out.</summary>
    public bool IsUnknown => !_isNamed && account.Existing is null && account.Row is { } row && builder.TableAt(row.Table).AddsAccounts
        && left.Contains(new(row.Table, row.Row, -1));

    /// <summary>Assembles the account of its rows.</summary>
    /// <param name="root">The account.</param>
    /// <param name="hasSums">Whether its sums by month belong to it.</param>
    public void Apply(ImportObject root, bool hasSums)
    {
        var rows = new List<(int Table, long Row, long Day, int Start)>();
        var reader = new PackedRows(account.Rows);
        while (reader.Next())
        {
            var (table, row) = ((int)reader.Varint(), reader.Varint());
            var day = builder.TableAt(table).IsLatest ? reader.Varint() : 0;
            rows.Add((table, row, day, reader.Position));
            reader.Skip();
        }

        // Of surveys the latest counts; all other rows in their order.
        foreach (var (table, row, _, start) in rows.Exists(each => each.Day != 0) ? rows.OrderBy(each => each.Day) : rows.AsEnumerable())
        {
            if (left.Contains(new(table, row, -1)))
            {
                LeaveOutKeys(builder.TableAt(table), new(account.Rows, start));
            }
            else
            {
                _isNamed |= builder.TableAt(table).AddsAccounts;
                Apply(root, builder.TableAt(table), row, new(account.Rows, start));
            }
        }

        if (hasSums)
            AddSums(root);
        RemoveUndefined(root);
        TellAlike(root);
        if (account.Existing is not null)
            TellUpdate(root);
    }

    /// <summary>Reports what is new in an account that is updated, and which of its entries the tables lack.</summary>
    public void TellUpdate(ImportObject root)
    {
        TellItems(root);
        foreach (var (item, leaf, table, row) in _blanks ?? [])
        {
            if (item.Find(leaf) is { Origin.IsExisting: true } value)
                Tell(ImportNote.Of(ImportNoteKind.Kept, table, row, leaf.Path, value.ToString(), ImportTexts.KeptValue));
        }
    }

    public void Take(ImportObject root, ModelFault fault)
    {
        var (origin, rest, value) = Locate(root, fault.Path);
        if (origin.IsExisting)
        {
            origin = account.Row is { } row ? new(row.Table, row.Row, -1) : origin;
            rest = fault.Path;
        }

        if (value is not null && _leftKeys is not null && _leftKeys.Contains(value))
            _faulty.Add(origin);
        else
            Add(origin, $"{(rest.Length > 0 ? $"{rest}: " : "")}{fault.Message}", null);
    }

    /// <summary>Leaves out faulty parts; false if nothing more can be left out.</summary>
    public bool LeavesOut(HashSet<ImportOrigin> all, ImportTolerance tolerance)
    {
        var isMore = false;
        foreach (var origin in _faulty)
        {
            if (origin.IsExisting)
                continue;
            var row = origin with { Column = -1 };
            isMore |= tolerance != ImportTolerance.LeaveOutRows && origin.Column >= 0
                && !builder.TableAt(origin.Table)[origin.Column].Column!.IsKey ? all.Add(origin) || all.Add(row) : all.Add(row);
        }

        return isMore;
    }

    /// <summary>Reports the faults; later faults that follow from them are not reported.</summary>
    public void TellFaults()
    {
        foreach (var (note, origin) in _faults)
        {
            made.Notes.Add(note);
            if (!origin.IsExisting)
                account.AddFaulty(origin.Table, origin.Row);
        }
    }

    public void Tell()
    {
        TellFaults();
        foreach (var (table, rows) in _used)
            made.Used.Add((table, rows));
        made.Notes.AddRange(_told);
    }

    private void Apply(ImportObject root, ImportTable table, long row, PackedRows reader)
    {
        var cells = _cells;
        cells.Clear();
        while (reader.Varint() is > 0 and var column)
        {
            var json = reader.Bytes();
            if (left.Count == 0 || !left.Contains(new(table.Index, row, (int)column - 1)))
                cells.Add((table[(int)column - 1], json, (int)column - 1));
        }

        var origin = new ImportOrigin(table.Index, row, -1);
        var levels = table.Levels;
        if (_items.Length < levels.Length)
            (_items, _has) = (new ImportObject?[levels.Length], new bool[levels.Length]);
        var (items, has) = (_items, _has);
        Array.Clear(items);
        Array.Clear(has);
        foreach (var cell in cells)
        {
            for (var level = table.LevelOf[cell.Column]; level >= 0 && !has[level]; level = table.Outer[level])
                has[level] = true;
        }

        var isNew = false;
        List<(ImportItems List, ImportObject Item)>? added = null;
        for (var level = 0; level < levels.Length; level++)
        {
            if (!has[level])
                continue;
            var list = levels[level];
            var holder = table.Outer[level] is >= 0 and var outer ? items[outer] : root;
            if (holder is null)
                return;
            var isDefining = true;
            for (var inner = level + 1; inner < levels.Length; inner++)
                isDefining &= table.Outer[inner] != level || !has[inner];
            for (var i = 0; i < cells.Count && !isDefining; i++)
                isDefining = table.LevelOf[cells[i].Column] == level && Array.IndexOf(list.Keys, cells[i].Leaf) < 0;
            var all = holder.ListOf(list, origin);
            var item = ItemOf(list, all, cells, origin, out var isMissing);
            if (isMissing)
                return;
            if (item is null)
            {
                item = new(list, origin);
                all.Add(item);
                if (list.Keys.Length == 0)
                    (added ??= []).Add((all, item));
                isNew |= isDefining;
            }

            item.IsNamed = true;
            item.IsDefined |= isDefining;
            if (!item.IsDefined)
                item.Rows++;
            items[level] = item;
        }

        foreach (var (leaf, json, column) in cells)
        {
            var item = table.LevelOf[column] is >= 0 and var level ? items[level]! : root;
            isNew |= Set(item, leaf, json, origin with { Column = column }, table.IsLatest);
        }

        // An item without a key that was there already, perhaps with more.
        foreach (var (list, item) in added ?? [])
        {
            if (list.Items.Find(other => other != item && other.Origin.IsExisting && item.IsWithin(other)) is { } same)
            {
                same.IsNamed = true;
                list.Remove(other => other == item);
            }
        }

        if (account.Existing is not null && !table.IsLatest)
            KeepBlanks(root, table, row, cells, items);

        if (isNew || table.AddsAccounts && account.Row == (table.Index, row))
            _used[table.Index] = _used.GetValueOrDefault(table.Index) + 1;
        else if (cells.Count > 0 || table.AddsAccounts)
        {
            Tell(ImportNote.Of(ImportNoteKind.Repeated, table, row, null, null, ImportTexts.Repeated));
        }
    }

    // What an account that is updated knows, and the row leaves empty.
    private void KeepBlanks(
        ImportObject root, ImportTable table, long row, List<(ImportShape Leaf, ReadOnlyMemory<byte> Json, int Column)> cells,
        ImportObject?[] items)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var leaf = table[i];
            if (table.IsKey(i) || leaf.Column!.IsKey || table.Columns[i].OnlyWith is not null || cells.Exists(cell => cell.Leaf == leaf))
                continue;
            var item = table.LevelOf[i] is >= 0 and var level ? items[level] : root;
            if (item is { Origin.IsExisting: true } && item.Find(leaf) is { Origin.IsExisting: true }
                && !left.Contains(new(table.Index, row, i)))
                (_blanks ??= []).Add((item, leaf, table, row));
        }
    }

    private void LeaveOutKeys(ImportTable table, PackedRows reader)
    {
        _leftKeys ??= new(StringComparer.Ordinal);
        while (reader.Varint() is > 0 and var column)
        {
            var json = reader.Bytes();
            if (table[(int)column - 1].Column!.IsKey)
                _leftKeys.Add(ImportValue.Shown(json.Span));
        }
    }

    private void TellItems(ImportObject node)
    {
        foreach (var inner in node.Nodes)
        {
            if (inner is ImportObject part)
                TellItems(part);
            else if (inner is ImportItems items)
                items.Items.ForEach(item => TellItem(items.Shape, item));
        }
    }

    private void TellItem(ImportShape list, ImportObject item)
    {
        if (!item.Origin.IsExisting)
        {
            Tell(ImportNote.Of(
                ImportNoteKind.NewItem, builder.TableAt(item.Origin.Table), item.Origin.Row, list.Path, item.ShownKeys,
                ImportTexts.NewItem));
        }
        else if (item.IsNamed)
        {
            TellItems(item);
        }
        else if (builder.Covers(list))
        {
            Tell(ImportNote.Of(ImportNoteKind.Kept, null, null, list.Path, item.ShownKeys, ImportTexts.KeptItem));
        }
    }

    private void Tell(ImportNote note) => _told.Add(note with { AccountId = account.Id });

    // Whether it says something new.
    private bool Set(ImportObject item, ImportShape leaf, ReadOnlyMemory<byte> json, ImportOrigin origin, bool isLatest)
    {
        var holder = item.HolderOf(leaf, origin);
        if (holder[leaf] is ImportValue known)
        {
            if (known.IsSame(json.Span))
                return false;
            if (known.Origin.IsExisting)
            {
                TellChange(leaf, json, origin, ImportTexts.Changed(known.ToString()));
            }
            else if (!isLatest)
            {
                var before = builder.TableAt(known.Origin.Table);
                Add(
                    origin, $"{before.Name}, {before.WhereOf(known.Origin.Row)} says '{known}'; both must agree",
                    ImportValue.Shown(json.Span));
                return false;
            }
        }
        else if (item.Origin.IsExisting)
        {
            TellChange(leaf, json, origin, ImportTexts.Unknown);
        }

        holder[leaf] = new ImportValue(json, origin);
        return true;
    }

    private void TellChange(ImportShape leaf, ReadOnlyMemory<byte> json, ImportOrigin origin, Terms.Text text) => Tell(ImportNote.Of(
        ImportNoteKind.Change, builder.TableAt(origin.Table), origin.Row, leaf.Path, ImportValue.Shown(json.Span), text));

    private ImportObject? ItemOf(
        ImportShape list, ImportItems all, List<(ImportShape Leaf, ReadOnlyMemory<byte> Json, int Column)> cells, ImportOrigin origin,
        out bool isMissing)
    {
        isMissing = false;
        var keys = list.Keys;
        if (keys.Length == 0)
            return null;
        if (keys.Length > 1)
            return all.Find(string.Join('\u001F', keys.Select(key => IndexOf(key) is >= 0 and var i
                ? Encoding.UTF8.GetString(cells[i].Json.Span) : "")));
        var at = IndexOf(keys[0]);

        // Where nothing has an id, the name is one.
        if (at < 0 && keys[0].Name == "id" && list.Member("name") is { } name && IndexOf(name) is >= 0 and var named)
        {
            cells.Add((keys[0], cells[named].Json, cells[named].Column));
            at = cells.Count - 1;
        }

        isMissing = at < 0;
        if (isMissing)
            Add(origin, $"{keys[0].Path} is needed", null);
        return isMissing ? null : all.Find(cells[at].Json.Span);

        int IndexOf(ImportShape leaf)
        {
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Leaf == leaf)
                    return i;
            }

            return -1;
        }
    }

    /// <summary>A number without zeros behind its last digit.</summary>
    public static decimal Plain(decimal number) => number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;

    private void AddSums(ImportObject root)
    {
        if (account.Sums.Count == 0)
            return;
        var list = account.Sums.List;
        var items = root.ListOf(list, ImportOrigin.Existing);
        foreach (var (month, keys, sum, origin) in SumsOf(root, list))
        {
            if (left.Contains(origin))
                continue;
            var written = builder.JsonOf(month);
            var item = account.Existing is null ? null : items.Find(KeyOf(written, keys));
            if (item is null && account.Existing is not null && keys is [var currency] && Other(root, list, currency) is { } other)
                item = items.Find(KeyOf(written, [other]));
            if (item is null)
            {
                item = new(list, origin) { IsDefined = true };
                items.Add(item);
                item[list.Keys[0]] = new ImportValue(written, origin);
                for (var i = 0; i < keys.Length; i++)
                {
                    if (keys[i].Length > 0)
                        item[list.Keys[i + 1]] = new ImportValue(Encoding.UTF8.GetBytes(keys[i]), origin);
                }
            }

            item.IsNamed = true;
            _ = Set(item, list.Summed!, JsonOf(sum), origin, isLatest: false);
        }

        static string KeyOf(byte[] json, string[] keys)
        {
            var month = Encoding.UTF8.GetString(json);
            return keys.Length == 0 ? month : $"{month}\u001F{string.Join('\u001F', keys)}";
        }

        static byte[] JsonOf(decimal sum)
        {
            const int Longest = 32;
            Span<byte> json = stackalloc byte[Longest];
            _ = Plain(sum).TryFormat(json, out var length, default, CultureInfo.InvariantCulture);
            return json[..length].ToArray();
        }
    }

    // Amounts without a currency are in that of the account: with those that state it they are one sum.
    private List<(NodaTime.YearMonth Month, string[] Keys, decimal Sum, ImportOrigin Origin)> SumsOf(ImportObject root, ImportShape list)
    {
        var sums = new List<(NodaTime.YearMonth Month, string[] Keys, decimal Sum, ImportOrigin Origin)>(account.Sums.Count);
        foreach (var (month, part, sum, origin) in account.Sums.InOrder(builder.Sums))
            sums.Add((month, builder.PartAt(part, list), sum, origin));
        if (!account.Sums.HasParts || list.Keys.Length != 2)
            return sums;
        for (var i = sums.Count - 1; i > 0; i--)
        {
            var first = sums.FindIndex(each => each.Month == sums[i].Month);
            if (first == i || sums[first].Keys[0].Length > 0 || Other(root, list, "") != sums[i].Keys[0])
                continue;
            try
            {
                sums[first] = sums[first] with { Sum = sums[first].Sum + sums[i].Sum };
            }
            catch (OverflowException)
            {
                Add(sums[i].Origin, "together with the other rows of the month it does not fit a decimal, which holds up to 7.9e28", null);
            }

            sums.RemoveAt(i);
        }

        return sums;
    }

    // What a currency is written like as well: that of the account may be left out.
    private string? Other(ImportObject root, ImportShape list, string currency)
    {
        if (list.Keys[1].Name != "currency")
            return null;
        var own = builder.LeafAt("currency") is { } leaf && root.Find(leaf) is { } value
            ? Encoding.UTF8.GetString(value.Json.Span) : builder.Currency;
        return currency.Length == 0 ? own : currency == own ? "" : null;
    }

    private void RemoveUndefined(ImportObject node)
    {
        foreach (var inner in node.Nodes)
        {
            if (inner is ImportObject part)
            {
                RemoveUndefined(part);
            }
            else if (inner is ImportItems items)
            {
                foreach (var item in items.Items)
                {
                    if (item.IsDefined)
                    {
                        RemoveUndefined(item);
                        continue;
                    }

                    var table = builder.TableAt(item.Origin.Table);
                    _used[table.Index] = _used.GetValueOrDefault(table.Index) - item.Rows;
                    if (!item.Shape.Keys.Any(key => item.Find(key) is { } named && _leftKeys?.Contains(named.ToString()) == true))
                    {
                        Tell(ImportNote.Of(
                            ImportNoteKind.UnknownItem, table, item.Origin.Row, null, item.ShownKeys,
                            ImportTexts.UnknownItem(item.Shape.Path)) with { Count = item.Rows });
                    }
                }

                items.Remove(item => !item.IsDefined);
            }
        }
    }

    private void TellAlike(ImportObject node)
    {
        foreach (var inner in node.Nodes)
        {
            if (inner is ImportObject part)
            {
                TellAlike(part);
            }
            else if (inner is ImportItems { Items.Count: > 1 } items)
            {
                if (items.Shape.Keys is [{ Name: "id" } id])
                    TellAlikeIds(items, id);
                if (items.Shape.Path == People && items.Shape.Member("name") is { } name)
                    TellAlikeNames(items, name);
            }
        }
    }

    private void TellAlikeIds(ImportItems items, ImportShape id)
    {
        if (!items.MayBeAlike(id))
            return;
        foreach (var group in items.Items.Where(item => item.Find(id) is not null)
            .GroupBy(item => LookAlikes.IdKeyOf(item.Find(id)!.ToString()), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            var named = group.ToArray();
            var isPeople = items.Shape.Path == People;
            Tell(NoteOf(
                isPeople ? ImportNoteKind.AlikePeople : ImportNoteKind.AlikeItems, named,
                named.Select(item => item.Find(id)!.ToString()).Order(StringComparer.Ordinal),
                isPeople ? ImportTexts.AlikePeopleIds : ImportTexts.AlikeItems(items.Shape.Path)));
        }
    }

    private void TellAlikeNames(ImportItems people, ImportShape name)
    {
        foreach (var group in LookAlikes.Among([.. people.Items.Select(person => person.Find(name)?.ToString()).OfType<string>()]))
        {
            Tell(NoteOf(
                ImportNoteKind.AlikePeople,
                [
                    .. people.Items.Where(person => person.Find(name)?.ToString() is { } each
                        && group.Contains(each, StringComparer.Ordinal)),
                ],
                group, ImportTexts.AlikePeople));
        }
    }

    // The place is that of the last of them that a row has brought.
    private ImportNote NoteOf(ImportNoteKind kind, ImportObject[] items, IEnumerable<string> names, Terms.Text text)
    {
        var origin = Array.FindLast(items, item => !item.Origin.IsExisting)?.Origin;
        return ImportNote.Of(
            kind, origin is { } at ? builder.TableAt(at.Table) : null, origin?.Row, null,
            string.Join(" = ", names.Select(each => $"'{each}'")), text) with { Count = items.Length };
    }

    private void Add(ImportOrigin origin, string message, string? value)
    {
        _faulty.Add(origin);
        if (origin.IsExisting)
        {
            _faults.Add((
                new(ImportNoteKind.Fault, $"account '{account.Id}'", "", null, value, message) { AccountId = account.Id }, origin));
            return;
        }

        // What is wrong with a row as a whole follows from what is wrong with one of its cells.
        if (origin.Column < 0 && account.IsFaulty(origin))
            return;
        var table = builder.TableAt(origin.Table);
        _faults.Add((
            new(
                ImportNoteKind.Fault, table.Name, table.WhereOf(origin.Row), origin.Column < 0 ? null : table.TitleOf(origin.Column), value,
                message)
            {
                AccountId = account.Id,
                Row = origin.Row,
            },
            origin));
    }

    // The row that a place of the account comes from, and what of the place is not there.
    private static (ImportOrigin Origin, string Missing, string? Value) Locate(ImportObject root, string path)
    {
        ImportNode? node = root;
        var origin = root.Origin;
        var at = 0;
        while (node is not null && at < path.Length)
        {
            var start = at;
            if (path[at] == '.')
                at++;
            if (path[at] == '[' && node is ImportItems items && path.IndexOf(']', at) is > 0 and var close
                && int.TryParse(
                    path.AsSpan(at + 1, close - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < items.Items.Count)
            {
                node = items.Items[index];
                at = close + 1;
            }
            else if (node is ImportObject part)
            {
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : at + end;
                var member = part.FindMember(path[at..end], out _);
                if (member is null)
                    return (origin, path[start..].TrimStart('.'), null);
                (node, at) = (member, end);
            }
            else
            {
                return (origin, path[start..].TrimStart('.'), null);
            }

            if (node is ImportValue value)
                return (value.Origin, "", value.ToString());
            if (node is ImportObject inner)
                origin = inner.Origin;
        }

        return (origin, "", null);
    }
}
