#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#endif
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A kind of file, the version that is written, and the steps that upgrade an older file to that version.</summary>
/// <remarks>
/// <para>A file states its version as <c>"version": 2</c>; a file that states none is of version 1. Every older version can be read: the
/// file is upgraded step by step while it is read. A file of a later version is refused for that reason alone, because anything else that
/// looks wrong in it may be right in its version.</para>
/// <para>Not a value: it holds functions. Immutable and safe to share between threads; two formats are equal only if they are the same
/// object.</para>
/// </remarks>
public sealed class FileFormat
{
    internal const string VersionName = "version";

    private const string AccountsName = "accounts";

    private readonly IReadOnlyList<FileMigration> _migrations;

    /// <summary>Creates a kind of file, such as one of your own that contains accounts.</summary>
    /// <param name="name">The name of the kind; not blank.</param>
    /// <param name="migrations">The steps from version 1 to 2, from 2 to 3 and so on: one fewer than there are versions.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="migrations"/> or one of them is null.</exception>
    public FileFormat(string name, params IReadOnlyList<FileMigration> migrations)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _migrations) = (name, ValueList.Of(migrations, nameof(migrations)));
    }

    /// <summary>A portfolio of accounts (<see cref="Reviews.Portfolio"/>). Version 2 states its version; in version 3, competitors are
    /// called rivals.</summary>
    public static FileFormat Portfolio { get; } =
        new(
            "portfolio", new FileMigration(),
            new FileMigration(Account: CompetitionTopic.FromCompetitors) { AccountMember = CompetitionTopic.Competitors });

    /// <summary>Settings of models (<see cref="SettingsFile"/>). Version 2 states its version.</summary>
    public static FileFormat Settings { get; } = new("settings", new FileMigration());

    /// <summary>A review in JSON (<see cref="PortfolioReview.ToJson"/>), with which a later review is compared. Version 2 states its
    /// version.</summary>
    public static FileFormat Review { get; } = new("review", new FileMigration());

    /// <summary>A mapping that tells how exports are read (<see cref="ImportMapping"/>). Version 1 is the first.</summary>
    public static FileFormat Mapping { get; } = new("mapping");

    /// <summary>The plans of a portfolio (<see cref="PlanFile"/>). Version 1 is the first.</summary>
    public static FileFormat Plan { get; } = new("plan");

    /// <summary>A review kept in a history (<see cref="RecordedReview"/>). Version 1 is the first.</summary>
    public static FileFormat History { get; } = new("history");

    /// <summary>A sales team (<see cref="TeamFile"/>). Version 1 is the first.</summary>
    public static FileFormat Team { get; } = new("team");

    /// <summary>The name of the kind: <c>portfolio</c>, <c>settings</c>, <c>review</c>, <c>mapping</c>, <c>plan</c>, <c>history</c> or
    /// <c>team</c>.</summary>
    public string Name { get; }

    /// <summary>The version that is written; every version from 1 to this one can be read.</summary>
    public int Version => _migrations.Count + 1;

    /// <summary>Detects the kind and the version of a file. A file with accounts and model versions is a review; one with accounts, a
    /// currency or a date is a portfolio; one with plans is a file of plans; one with points is part of a history; one with members, deals
    /// or logs is a team; any other one is settings.</summary>
    /// <param name="stream">The file in UTF-8; it must be able to seek.</param>
    /// <returns>The kind of file and its version.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The file is not a JSON object, its version is not a whole number from 1, or its version is
    /// later than this library reads.</exception>
    public static FileVersion Inspect(Stream stream)
    {
        var index = AccountIndex.Of(stream, "file", progress: null);
        using var head = HeadOf(index);
        var format = FormatOf(head.RootElement);
        return new(format, format.VersionOf(head.RootElement));
    }

    /// <summary>Writes a file in the current version. Accounts are copied one by one, so that a large file is never held in
    /// memory.</summary>
    /// <param name="source">The file in UTF-8; it must be able to seek. It is not closed.</param>
    /// <param name="target">The stream for the upgraded file. It is not closed.</param>
    /// <param name="progress">Receives the number of bytes of <paramref name="source"/> that are done. The file is scanned twice, so the
    /// number goes up to twice its length.</param>
    /// <returns>The kind and the version of <paramref name="source"/>.</returns>
    /// <remarks>Parts that no step changes are copied byte for byte, with comments and line breaks. An account that a step changes is
    /// rewritten without its comments; so is everything outside the accounts if a step changes something there. A file that is already
    /// current is copied as it is. The validity of the file is not checked: faults are copied as they are.</remarks>
    /// <exception cref="ArgumentNullException">A stream is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The file is not a JSON object, its version is not a whole number from 1, or its version is
    /// later than this library reads; in these cases nothing is written. Or a property that is changed is duplicated in its
    /// object.</exception>
    public static FileVersion Upgrade(Stream source, Stream target, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var index = AccountIndex.Of(source, "file", progress);
        using var head = HeadOf(index);
        var format = FormatOf(head.RootElement);
        return new(format, format.Upgrade(index, head.RootElement, target, progress));
    }

    /// <summary>The name and the version.</summary>
    /// <returns>A text such as <c>portfolio, version 2</c>.</returns>
    public override string ToString() => Invariant($"{Name}, version {Version}");

    /// <summary>Writes a file of this kind in the current version, as <see cref="Upgrade(Stream, Stream, Action{long})"/> does for the kind
    /// it detects.</summary>
    /// <param name="source">The file in UTF-8; it must be able to seek. It is not closed.</param>
    /// <param name="target">The stream for the upgraded file. It is not closed.</param>
    /// <param name="progress">Receives the number of bytes of <paramref name="source"/> that are done, up to twice its length.</param>
    /// <returns>The version of <paramref name="source"/>.</returns>
    /// <exception cref="ArgumentNullException">A stream is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> cannot seek.</exception>
    /// <exception cref="InvalidModelException">The file is not a JSON object, its version is not a whole number from 1, or its version is
    /// later; in these cases nothing is written. Or a property that is changed is duplicated in its object.</exception>
    public int UpgradeFile(Stream source, Stream target, Action<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var index = AccountIndex.Of(source, Name, progress);
        using var head = HeadOf(index);
        return Upgrade(index, head.RootElement, target, progress);
    }

    private int Upgrade(AccountIndex index, JsonElement head, Stream target, Action<long>? progress)
    {
        var version = VersionOf(head);
        var copy = new Copier(index, this, version, target, progress);
        if (Changes(version, step => step.Head))
            copy.WithNewHead();
        else
            copy.AsItStands(isCurrent: version == Version);
        return version;
    }

    /// <summary>Reads the version that a file states.</summary>
    internal int VersionOf(JsonElement file)
    {
        if (file.ValueKind != JsonValueKind.Object || !file.TryGetProperty(VersionName, out var stated))
            return 1;
        if (stated.ValueKind != JsonValueKind.Number || !stated.TryGetInt32(out var version) || version < 1)
            throw Fault(Invariant($"it is {Excerpt(stated)}; it must be a whole number from 1 to {Version}, the version of the file"));
        if (version <= Version)
            return version;

        // Of a kind of somebody's own nothing is known.
        throw Fault(this == Review && FormatOf(file) is var seen && seen != Review && version <= seen.Version
            ? $"the file is of the kind {seen.Name}; a review in JSON is needed (keyaccount review --format json)"
            : Invariant($"the file is of version {version}; this program reads versions up to {Version}, and a newer one is needed"));
    }

    /// <summary>Upgrades the file to the current version. If that makes a new document, the given one is closed.</summary>
    internal JsonDocument Upgraded(JsonDocument file)
    {
        var version = VersionOf(file.RootElement);
        var (head, account) = (Changes(version, step => step.Head), Changes(version, step => step.Account));
        if ((!head && !account) || file.RootElement.ValueKind != JsonValueKind.Object)
            return file;
#if NET9_0_OR_GREATER
        if (!head && !MayChange(JsonMarshal.GetRawUtf8Value(file.RootElement), version))
            return file;
#endif
        using (file)
        {
            return Changed(file.RootElement, () =>
            {
                var root = JsonObject.Create(file.RootElement)!;
                foreach (var step in _migrations.Skip(version - 1))
                {
                    step.Head?.Invoke(root);
                    foreach (var each in root[AccountsName] is JsonArray accounts ? accounts.OfType<JsonObject>() : [])
                        step.Account?.Invoke(each);
                }

                return JsonDocument.Parse(root.ToJsonString());
            });
        }
    }

    /// <summary>Upgrades the file without its accounts to the current version.</summary>
    internal ReadOnlyMemory<byte> HeadInCurrent(ReadOnlyMemory<byte> head, int version) =>
        InCurrent(head, version, step => step.Head, isIndented: false);

    /// <summary>Upgrades an account from a version of the file to the current one.</summary>
    internal ReadOnlyMemory<byte> AccountInCurrent(ReadOnlyMemory<byte> account, int version, bool isIndented = false) =>
        MayChange(account.Span, version) ? InCurrent(account, version, step => step.Account, isIndented) : account;

    // A search of the bytes is much faster than to build an account only to see that it stays as it is. An escape may hide a name.
    private bool MayChange(ReadOnlySpan<byte> account, int version)
    {
        for (var i = version - 1; i < _migrations.Count; i++)
        {
            if (_migrations[i] is { Account: not null } step
                && (step.AccountMember is not { } name || account.Contains((byte)'\\')
                    || account.IndexOf(Encoding.UTF8.GetBytes(name)) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlyMemory<byte> InCurrent(
        ReadOnlyMemory<byte> json, int version, Func<FileMigration, Action<JsonObject>?> part, bool isIndented)
    {
        if (!Changes(version, part))
            return json;
        using var parsed = JsonDocument.Parse(json, CheckedJson.Tolerant);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            return json;
        return Changed(parsed.RootElement, () =>
        {
            var changed = JsonObject.Create(parsed.RootElement)!;
            foreach (var step in _migrations.Skip(version - 1))
                part(step)?.Invoke(changed);

            // What no step has changed stays as it is written, with its comments.
            if (JsonNode.DeepEquals(changed, JsonObject.Create(parsed.RootElement)))
                return json;
            return (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(changed.ToJsonString(isIndented ? Indented : null));
        });
    }

    private bool Changes(int version, Func<FileMigration, Action<JsonObject>?> part) =>
        _migrations.Skip(version - 1).Any(step => part(step) is not null);

    // An object of JSON may have a name twice; one that is to be changed may not.
    private T Changed<T>(JsonElement json, Func<T> change)
    {
        try
        {
            return change();
        }
        catch (ArgumentException)
        {
            throw new InvalidModelException(Name, [.. DuplicatesIn(json, "").Select(path => new ModelFault(path, "it is duplicated"))]);
        }

        // A text of JSON may hold half of a character as an escape; one that is to be written anew may not.
        catch (InvalidOperationException)
        {
            throw new InvalidModelException(
                Name,
                [new("$", "a text holds half of a Unicode character (\\uD800 to \\uDFFF), which cannot be upgraded; correct the escape")]);
        }
    }

    private static IEnumerable<string> DuplicatesIn(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany((each, i) => DuplicatesIn(each, Invariant($"{path}[{i}]")));
        if (json.ValueKind != JsonValueKind.Object)
            return [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return json.EnumerateObject().SelectMany(member =>
        {
            if (NameOf(member) is not { } name)
                return DuplicatesIn(member.Value, path);
            var place = CheckedJson.PathOf(path, name, isKey: false);
            return seen.Add(name) ? DuplicatesIn(member.Value, place) : [place];
        });

        // A name with half of a Unicode character is no text.
        static string? NameOf(JsonProperty member)
        {
            try
            {
                return member.Name;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }

    private InvalidModelException Fault(string message) => new(Name, [new(VersionName, message)]);

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        TypeInfoResolver = ReviewJson.Default,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonDocument HeadOf(AccountIndex index)
    {
        var head = JsonDocument.Parse(index.Head, CheckedJson.Tolerant);
        if (head.RootElement.ValueKind == JsonValueKind.Object)
            return head;
        using (head)
        {
            throw new InvalidModelException(
                "file", [new("$", $"it is {English.Named(head.RootElement.ValueKind)}; it must be an object")]);
        }
    }

    private static FileFormat FormatOf(JsonElement head)
    {
        return Has("plans") ? Plan
            : Has("points") ? History
            : Has("members") || (!Has(AccountsName) && (Has("opportunities") || Has("logs"))) ? Team
            : !(Has(AccountsName) || Has("currency") || Has("asOf")) ? Settings
            : Has("models") ? Review
            : Portfolio;

        bool Has(string name) => head.TryGetProperty(name, out _);
    }

    private static string Excerpt(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= 80 ? text : $"{text.AsSpan(0, 80)}…";
    }

    /// <summary>Copies a file while it upgrades it.</summary>
    private sealed class Copier(AccountIndex index, FileFormat format, int version, Stream target, Action<long>? progress)
    {
        private readonly long _scanned = index.Length;

        // The version is set, and the accounts that a step changes; everything else is the bytes it was.
        public void AsItStands(bool isCurrent)
        {
            var done = 0L;
            if (!isCurrent)
            {
                var stated = Encoding.UTF8.GetBytes(Invariant($"{format.Version}"));
                if (index.StatedVersion is var (start, length))
                {
                    // It may stand behind the accounts.
                    CopyAccounts(ref done, until: start);
                    index.Copy(done, start, target);
                    target.Write(stated);
                    done = start + length;
                }
                else
                {
                    index.Copy(0, index.Opening, target);
                    var gap = index.SpaceAt(index.Opening);
                    target.Write(gap);
                    target.Write(Encoding.UTF8.GetBytes(Invariant($"\"{VersionName}\": {format.Version}{(index.IsEmpty ? "" : ",")}")));
                    done = index.Opening;
                }
            }

            CopyAccounts(ref done, until: long.MaxValue);
            index.Copy(done, index.Length, target);
        }

        public void WithNewHead()
        {
            using var head = JsonDocument.Parse(format.HeadInCurrent(index.Head, version));
            target.Write("{\n  "u8);
            target.Write(Encoding.UTF8.GetBytes(Invariant($"\"{VersionName}\": {format.Version}")));
            foreach (var member in head.RootElement.EnumerateObject().Where(member => !member.NameEquals(VersionName)))
            {
                target.Write(",\n  "u8);
                target.Write(Encoding.UTF8.GetBytes($"{JsonSerializer.Serialize(member.Name, ReviewJson.Default.String)}: "));
                if (!member.NameEquals(AccountsName) || index.Count == 0)
                {
                    target.Write(Encoding.UTF8.GetBytes(member.Value.GetRawText()));
                    continue;
                }

                for (var i = 0; i < index.Count; i++)
                {
                    target.Write(i == 0 ? "[\n    "u8 : ",\n    "u8);
                    target.Write(format.AccountInCurrent(index[i], version, isIndented: true).Span);
                    progress?.Invoke(_scanned + index.Span(i).Offset);
                }

                target.Write("\n  ]"u8);
            }

            target.Write("\n}\n"u8);
        }

        private int _next;

        private void CopyAccounts(ref long done, long until)
        {
            if (!format.Changes(version, step => step.Account))
                return;
            for (; _next < index.Count && index.Span(_next).Offset < until; _next++)
            {
                var (offset, length) = index.Span(_next);
                index.Copy(done, offset, target);
                target.Write(format.AccountInCurrent(index[_next], version, isIndented: true).Span);
                done = offset + length;
                progress?.Invoke(_scanned + done);
            }
        }
    }
}
