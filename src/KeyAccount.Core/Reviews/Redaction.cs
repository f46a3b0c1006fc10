using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Removes the names of people from a portfolio, so that everything reviewed, written and served from it names nobody
/// either.</summary>
/// <remarks>
/// <para>The <see cref="PrivacyAttribute"/> of a property decides what happens to it. Names and ids of people become pseudonyms, notes are
/// replaced as a whole, and confidential facts are left out. In other texts, the names of all people of the portfolio, and parts of these
/// names, are replaced. A person who has no entry but is named in such a text is not found; this is why notes are not kept. The data of
/// topics of your own are left out, because nothing tells whom they concern.</para>
/// <para>One name is one person in all accounts; two contacts with the same name in one account are two people. Pseudonyms are numbers in
/// the order of the file, or are made with a secret key; neither leads back to a name without the file or the key.</para>
/// <para>Not a value: it is created for one portfolio. Not safe to share between threads.</para>
/// </remarks>
public sealed class Redaction
{
    private static readonly ConcurrentDictionary<(Type Owner, string Name), Privacy?> Declared = new();

    private readonly RedactionOptions _options;
    private readonly string _hidden;
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Id), int> _contacts = [];
    private readonly Dictionary<string, string> _accounts = new(StringComparer.Ordinal);
    private readonly List<string> _pseudonyms = [];
    private readonly KnownNames _names = new();
    private readonly KnownNames _accountNames = new();

    private Redaction(RedactionOptions? options)
    {
        _options = options ?? new();
        _hidden = TextTable.Library["Reviews.Redacted.note"].In(_options.Language);
    }

    /// <summary>Redacts a portfolio so that it names nobody.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="options">The options for replacing more than the names of people; null for these only.</param>
    /// <returns>The redacted portfolio; the other one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static Portfolio Redact(Portfolio portfolio, RedactionOptions? options = null) => Redact(portfolio, options, out _);

    /// <summary>Redacts a portfolio so that it names nobody, and tells the new ids of its accounts.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="options">The options for replacing more than the names of people; null for these only.</param>
    /// <param name="redaction">Tells the new ids of the accounts.</param>
    /// <returns>The redacted portfolio; the other one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static Portfolio Redact(Portfolio portfolio, RedactionOptions? options, out Redaction redaction)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        redaction = new Redaction(options);
        foreach (var account in portfolio.Accounts)
            redaction.Learn(account);
        redaction.NameAccounts(portfolio.Accounts.Select(account => (account.Id, account.Name)));
        return redaction.Head(portfolio) with { Accounts = [.. portfolio.Accounts.Select(redaction.Of)] };
    }

    /// <summary>Redacts a tender so that it names nobody. Its judgement stays the same: conduct mentioned in notes becomes stated conduct,
    /// and statements that differ still differ.</summary>
    /// <param name="tender">The tender.</param>
    /// <param name="options">The options for replacing more than the names of people; null for these only. If they say so, the account gets
    /// a pseudonym, also in the title and the names of documents.</param>
    /// <returns>The redacted tender; the other one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tender"/> is null.</exception>
    public static Tender RedactTender(Tender tender, RedactionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tender);
        var redaction = new Redaction(options);
        if (!string.IsNullOrWhiteSpace(tender.AccountId))
            redaction.NameAccounts([(tender.AccountId, null)]);
        var stops = BidReview.PhrasesIn(tender).Select(found => found.Stop).ToHashSet();
        var statements = tender.Register.Documents.SelectMany(document => document.Statements).Select(each => each.Text.Trim())
            .Distinct(StringComparer.Ordinal).ToList();
        var type = TenderJson.Default.Tender;
        var json = JsonSerializer.SerializeToNode(tender, type)!.AsObject();
        redaction.Visit(json, type, (text, _, name, privacy) => privacy switch
        {
            Privacy.PersonName or Privacy.PersonId => redaction.PersonOf(text),
            Privacy.AccountName => redaction.AccountIdOf(text),
            Privacy.NotPersonal => redaction.WithoutNames(text),
            Privacy.Code => text,
            _ when string.IsNullOrWhiteSpace(text) => text,
            _ when name == "text" => Invariant($"{redaction._hidden} {statements.IndexOf(text.Trim()) + 1}"),
            _ => redaction._hidden,
        });
        var conduct = tender.Conduct;
        return json.Deserialize(type)! with
        {
            Conduct = conduct with
            {
                HasEvaluatorContact = stops.Contains(BidStop.EvaluatorContact) ? true : conduct.HasEvaluatorContact,
                ArePricesAgreed = stops.Contains(BidStop.AgreedPrices) ? true : conduct.ArePricesAgreed,
                IsWrittenForUs = stops.Contains(BidStop.WrittenForOne) ? true : conduct.IsWrittenForUs,
            },
        };
    }

    /// <summary>Looks up the id of an account in the redacted portfolio, for purchases that are read separately, for example.</summary>
    /// <param name="id">The id in the original.</param>
    /// <returns>The id; the given one if the portfolio has no such account and accounts get no pseudonyms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public string AccountIdOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _accounts.TryGetValue(id, out var known) ? known
            : _options.Accounts || _names.In(id, areParts: false) ? NameAccount(id)
            : id;
    }

    /// <summary>Looks up the pseudonym of a person, by the name in the original: anybody who owns something or has set something.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The pseudonym; a new one for a name that the portfolio does not have.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string PseudonymOf(string name) => PersonOf(Guard.NotNull(name));

    /// <summary>Redacts an earlier review with the new names of its accounts and their owners, to compare it with a redacted one.</summary>
    /// <param name="earlier">The earlier review of the portfolio, not redacted.</param>
    /// <returns>The redacted review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earlier"/> is null.</exception>
    public ReviewSnapshot Redact(ReviewSnapshot earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return earlier with
        {
            Owner = earlier.Owner is null ? null : PersonOf(earlier.Owner),
            Accounts =
            [
                .. earlier.Accounts.Select(account => account with
                {
                    Id = AccountIdOf(account.Id),
                    Name = NameOf(account.Id, account.Name) ?? AccountIdOf(account.Id),
                    Owner = account.Owner is null ? null : PersonOf(account.Owner),
                }),
            ],
        };
    }

    /// <summary>Scans the accounts of a file once, to learn everybody who is in it.</summary>
    internal static Redaction For(IEnumerable<AccountFile> accounts, RedactionOptions? options)
    {
        var redaction = new Redaction(options);
        var ids = new List<(string, string?)>();
        foreach (var account in accounts)
        {
            redaction.Learn(account);
            ids.Add((account.Id, account.Name));
        }

        redaction.NameAccounts(ids);
        return redaction;
    }

    internal Portfolio Head(Portfolio portfolio) =>
        portfolio with { Name = portfolio.Name is null ? null : WithoutNames(portfolio.Name), Accounts = [] };

    internal PortfolioEntry Of(PortfolioEntry entry) => entry with
    {
        Id = AccountIdOf(entry.Id),
        Name = NameOf(entry.Id, entry.Name),
        Owner = entry.Owner is null ? null : PersonOf(entry.Owner),
        Parent = entry.Parent is null ? null : AccountIdOf(entry.Parent),
        SameAs = entry.SameAs is null ? null : AccountIdOf(entry.SameAs),
    };

    // What a fault says may hold anything that stands in the file.
    internal SkippedAccount Of(SkippedAccount account)
    {
        var id = account.Id is null ? null : AccountIdOf(account.Id);
        return account with
        {
            Id = id,
            Name = account.Name is null ? null : NameOf(account.Id ?? account.Name, account.Name),
            Owner = account.Owner is null ? null : PersonOf(account.Owner),
            Faults = [.. account.Faults.Select(fault => new ModelFault(fault.Path, _hidden) { AccountId = id })],
        };
    }

    internal AccountFile Of(AccountFile account)
    {
        var type = ReviewJson.Default.AccountFile;
        var json = JsonSerializer.SerializeToNode(WithoutSecrets(account) with { Topics = [] }, type)!.AsObject();
        Visit(json, type, (text, owner, name, privacy) => privacy switch
        {
            Privacy.PersonName => owner.PersonId is { } id && _contacts.TryGetValue((account.Id, id), out var contact)
                ? _pseudonyms[contact] : PersonOf(text),
            Privacy.PersonId => _pseudonyms[ContactOf(account.Id, text, null)],
            Privacy.AccountName => name == "name" && owner.IsAccount ? NameOf(account.Id, text)! : AccountIdOf(text),
            Privacy.NotPersonal => WithoutNames(text),
            Privacy.Code => text,
            _ => string.IsNullOrWhiteSpace(text) ? text : _hidden,
        });
        return json.Deserialize(type)!;
    }

    // A confidential need is left out whole: even that somebody has it is nobody else's business. What it is worth stays without it.
    private AccountFile WithoutSecrets(AccountFile account)
    {
        if (_options.KeepsConfidential || !account.Needs.Any(need => need is { IsConfidential: true }))
            return account;
        var kept = account.Needs.Where(need => need is not { IsConfidential: true }).ToArray();
        var ids = kept.Select(need => need?.Id).ToHashSet(StringComparer.Ordinal);
        return account with
        {
            Needs = kept,
            EconomicValues =
            [
                .. account.EconomicValues.Select(offer => offer is null ? offer! : offer with
                {
                    Differences =
                    [
                        .. offer.Differences.Select(each =>
                            each.NeedId is null || ids.Contains(each.NeedId) ? each : each with { NeedId = null }),
                    ],
                }),
            ],
        };
    }

    private void Learn(AccountFile account)
    {
        if (account is null)
            return;
        var type = ReviewJson.Default.AccountFile;
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var contact in account.Contacts)
        {
            if (contact?.Id is not null)
                _ = ContactOf(account.Id, contact.Id, string.IsNullOrWhiteSpace(contact.Name) ? null : contact.Name, taken);
        }

        Visit(JsonSerializer.SerializeToNode(account with { Topics = [] }, type)!.AsObject(), type, (text, owner, _, privacy) =>
        {
            if (privacy == Privacy.PersonName && !string.IsNullOrWhiteSpace(text) && owner.PersonId is null)
                _ = PersonOf(text);
            return text;
        });
    }

    private int ContactOf(string account, string id, string? name, Dictionary<string, string>? taken = null)
    {
        if (_contacts.TryGetValue((account, id), out var known))
            return known;

        // A second person of that name in one account is somebody else.
        var isNamesake = name is not null && taken is not null && !taken.TryAdd(name, id);
        var person = name is null || isNamesake ? NewPerson($"{account}\0{id}", name) : Named(name);
        _contacts.Add((account, id), person);

        // An id may be a name in disguise; "p1" and the like occur in texts as other things.
        if (id.Length > 2 && id.All(each => char.IsLetter(each) || each is ' ' or '.' or '_' or '-'))
            _names.Add(id, _pseudonyms[person], _hidden, hasParts: true);
        return person;
    }

    private string PersonOf(string name) => string.IsNullOrWhiteSpace(name) ? name : _pseudonyms[Named(name)];

    private int Named(string name)
    {
        if (!_people.TryGetValue(name, out var person))
            _people.Add(name, person = NewPerson(name, name));
        return person;
    }

    private int NewPerson(string identity, string? name)
    {
        var number = _pseudonyms.Count;
        _pseudonyms.Add(Pseudonym("Reviews.Redacted.person", "person", identity, number + 1));
        if (name is not null)
            _names.Add(name, _pseudonyms[number], _hidden, hasParts: true);
        return number;
    }

    private void NameAccounts(IEnumerable<(string Id, string? Name)> accounts)
    {
        foreach (var (id, name) in accounts)
        {
            if (_options.Accounts || _names.In(id, areParts: false) || (name is not null && _names.In(name, areParts: false)))
                NameAccount(id, name);
            else
                _accounts.TryAdd(id, id);
        }
    }

    private string NameAccount(string id, string? name = null)
    {
        if (_accounts.TryGetValue(id, out var known) && known != id)
            return known;
        var pseudonym = Pseudonym("Reviews.Redacted.account", "account", id, _accounts.Count + 1);
        _accounts[id] = pseudonym;
        _accountNames.Add(id, pseudonym, _hidden, hasParts: false);
        if (!string.IsNullOrWhiteSpace(name))
            _accountNames.Add(name, pseudonym, _hidden, hasParts: false);
        return pseudonym;
    }

    private string? NameOf(string id, string? name) =>
        string.IsNullOrWhiteSpace(name) || AccountIdOf(id) == id ? name : AccountIdOf(id);

    private string WithoutNames(string text) => _names.Replace(_accountNames.Replace(text));

    private string Pseudonym(string key, string kind, string identity, int number)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        var text = TextTable.Library[key];
        if (_options.Key.IsEmpty)
            return text.With(Invariant($"{number}")).In(_options.Language);
        var hash = HMACSHA256.HashData(_options.Key.Span, Encoding.UTF8.GetBytes($"{kind}\0{identity}"));
        return text.With(string.Concat(hash.Take(12).Select(each => Letters[each & 31]))).In(_options.Language);
    }

    private void Visit(JsonObject json, JsonTypeInfo type, Func<string, Owner, string, Privacy, string> change)
    {
        string? id = null;
        foreach (var property in type.Properties)
        {
            if (PrivacyOf(type.Type, property) == Privacy.PersonId && property.Name == "id")
                id = json[property.Name]?.GetValue<string>();
        }

        var owner = new Owner(id, type.Type == typeof(AccountFile));
        foreach (var property in type.Properties)
        {
            if (json[property.Name] is not { } value)
                continue;
            var privacy = PrivacyOf(type.Type, property);
            if (privacy == Privacy.Confidential && !_options.KeepsConfidential)
                json.Remove(property.Name);
            else if (property.PropertyType == typeof(string))
                json[property.Name] = change(value.GetValue<string>(), owner, property.Name, Fallback(privacy));
            else if (value is JsonArray texts && typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType))
            {
                for (var i = 0; i < texts.Count; i++)
                    texts[i] = texts[i] is { } text ? change(text.GetValue<string>(), owner, property.Name, Fallback(privacy)) : null;
            }
            else if (value is JsonObject part)
                VisitPart(part, property.PropertyType);
            else if (value is JsonArray parts && property.PropertyType.IsGenericType)
            {
                foreach (var each in parts.OfType<JsonObject>())
                    VisitPart(each, property.PropertyType.GetGenericArguments()[0]);
            }
        }

        void VisitPart(JsonObject part, Type partType)
        {
            if (type.Options.GetTypeInfo(partType) is { Kind: JsonTypeInfoKind.Object } known)
                Visit(part, known, change);
        }

        // A confidential text that is kept names nobody.
        static Privacy Fallback(Privacy? privacy) =>
            privacy is null or Privacy.Personal ? Privacy.PersonalNote
            : privacy == Privacy.Confidential ? Privacy.NotPersonal
            : privacy.Value;
    }

    private static Privacy? PrivacyOf(Type owner, JsonPropertyInfo property) =>
        Declared.GetOrAdd((owner, property.Name), key => Find(key.Owner, key.Name));

    // A trimmed program may have lost a property; then nothing is said, and a text is taken for personal.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What is not found is taken for personal.")]
    private static Privacy? Find(Type owner, string name) =>
        owner.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)
            ?.GetCustomAttribute<PrivacyAttribute>()?.Privacy;

    /// <summary>The object that contains a text.</summary>
    private readonly record struct Owner(string? PersonId, bool IsAccount);
}
