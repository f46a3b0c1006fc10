using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using NodaTime;

namespace KeyAccount.Core.Reviews;

/// <summary>A complete topic of the review: its part of the account file, the judgement of the rooms, its findings and actions, and its
/// text for a reader.</summary>
/// <remarks>
/// <para>Each topic of the library is one file of <c>Reviews/Topics</c>, with its members of <see cref="AccountFile"/>,
/// <see cref="AccountReview"/>, <see cref="ReviewFacts"/> and <see cref="ReviewModels"/>. A topic of your own derives from
/// <see cref="AccountTopic{TPart,TJudgement}"/> and is added with <see cref="ReviewModels.With(IModel)"/>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public abstract class AccountTopic
{
    private protected AccountTopic(ReviewTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        Topic = topic;
    }

    /// <summary>The topics of the library. They judge in this order, each after those whose answers it reads. It is also the order of
    /// findings with equal stakes.</summary>
    public static IReadOnlyList<AccountTopic> Ready { get; } =
    [
        new TrendTopic(),
        new ContractTopic(),
        new SwitchingCostTopic(),
        new CompetitorBarrierTopic(),
        new EarlyWarningTopic(),
        new DevelopmentTopic(),
        new SatisfactionTopic(),
        new QuotationTopic(),
        new PipelineTopic(),
        new TendersTopic(),
        new ServicesTopic(),
        new NeedsTopic(),
        new ProspectTopic(),
        new LifetimeValueTopic(),
        new LoyaltyTopic(),
        new WhiteSpaceTopic(),
        new CompetitionTopic(),
        new StakeholdersTopic(),
        new StrategyTopic(),
        new RelationshipTopic(),
        new CooperationTopic(),
        new ActivitiesTopic(),
        new AccountValueTopic(),
        new PurchasesTopic(),
    ];

    /// <summary>The identity of the topic.</summary>
    public ReviewTopic Topic { get; }

    /// <summary>The columns by which tables of an export name the topic's part of the account file; for a topic of the library, as its
    /// properties of <see cref="AccountFile"/> declare them.</summary>
    public virtual IReadOnlyList<AccountColumn> Columns => AccountParts.ColumnsOf(Topic.Order, NamedColumns);

    /// <summary>Columns whose title or unit the declaration does not give.</summary>
    internal virtual IReadOnlyList<AccountColumn> NamedColumns => [];

    /// <summary>Summarises the state of an account in one line.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="reader">The reader.</param>
    /// <returns>The line; null if nothing is known.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public string? Summarise(AccountReview review, TopicReader reader)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reader);
        return Summary(review, reader);
    }

    /// <summary>Describes the state of an account, the reasons, and what would improve it.</summary>
    /// <param name="review">The review of the account.</param>
    /// <param name="reader">The reader.</param>
    /// <returns>Sections with the name of the topic as their key; empty if there is nothing to tell.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public IReadOnlyList<Section> Describe(AccountReview review, TopicReader reader)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(reader);
        return [.. Sections(review, reader).Select(section => new Section(section.Heading, section.Blocks, Topic.Name))];
    }

    /// <summary>The library's topic with a name; null for a topic of the user's own.</summary>
    internal static AccountTopic? Of(ReviewTopic topic)
    {
        foreach (var ready in Ready)
        {
            if (ready.Topic == topic)
                return ready;
        }

        return null;
    }

    /// <summary>Whether the topic applies to every account; false if an account may have nothing of it.</summary>
    internal virtual bool IsCovered => true;

    /// <summary>The models of a topic of the library, as properties of <see cref="ReviewModels"/>.</summary>
    internal virtual IReadOnlyList<ModelSlot> Slots => [];

    /// <summary>The JSON contract for the part of a user's own topic; null for a topic of the library, whose parts are properties of the
    /// account file.</summary>
    internal virtual JsonTypeInfo? PartType => null;

    /// <summary>Reads the part of a user's own topic to find its faults.</summary>
    internal virtual void CheckPart(AccountFile account) { }

    /// <summary>The models of a user's own topic.</summary>
    internal virtual IReadOnlyList<IModel> OwnModels => [];

    /// <summary>Checks the topic's part of an account file beyond the form of its parts.</summary>
    internal virtual void Check(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults) { }

    /// <summary>Checks the topic's amounts against each other, once they are in one currency.</summary>
    internal virtual void CheckAmounts(string path, AccountFile account, LocalDate asOf, List<ModelFault> faults) { }

    /// <summary>The currencies that amounts of the topic state; null for an amount without one.</summary>
    internal virtual IEnumerable<string?> Currencies(AccountFile account) => [];

    /// <summary>Converts the amounts in the topic's part of an account file.</summary>
    /// <param name="converted">The account with what the topics before this one have converted.</param>
    /// <param name="account">The account as it is in the file.</param>
    /// <param name="converter">Converts an amount.</param>
    internal virtual AccountFile Convert(AccountFile converted, AccountFile account, AmountConverter converter) => converted;

    /// <summary>Adds the data that roll up from the members of a group to its head.</summary>
    internal virtual AccountFile RollUp(AccountFile rolled, AccountGroup group, LocalDate asOf) => rolled;

    /// <summary>Adds the rooms' judgements to a review that has the answers of the earlier topics.</summary>
    internal abstract AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models);

    /// <summary>Adds the facts that decide findings and actions.</summary>
    internal virtual ReviewFacts AddFacts(ReviewFacts facts, AccountReview review) => facts;

    /// <summary>Whether enough is known for the room to judge.</summary>
    internal abstract bool IsKnown(AccountReview review);

    /// <summary>Whether enough is known to say that little is at stake if nothing is found.</summary>
    internal virtual bool CanTellRisk(AccountReview review) => IsKnown(review);

    /// <summary>Adds the rules of a library topic to the table of findings.</summary>
    internal virtual void AddFindings(DecisionTableBuilder<ReviewFacts, Stake> table) { }

    /// <summary>Adds the rules of a library topic to the table of actions.</summary>
    internal virtual void AddActions(DecisionTableBuilder<ActionFacts, ActionPlan> table) { }

    /// <summary>The ids of the subjects of a finding.</summary>
    internal virtual IEnumerable<string> SubjectsOf(Stake stake, AccountReview review) => [];

    /// <summary>The state of the account in one line.</summary>
    internal abstract string? Summary(AccountReview review, TopicReader reader);

    /// <summary>The sections beyond that line.</summary>
    internal virtual IEnumerable<Section> Sections(AccountReview review, TopicReader reader) => [];

    /// <summary>The rules by which a user's own topic finds things.</summary>
    internal virtual IEnumerable<string> OwnRules(ReviewModels models) => [];

    /// <summary>The findings of a user's own topic.</summary>
    internal virtual IEnumerable<Finding> Find(AccountReview review, ReviewFacts facts, ReviewModels models) => [];
}

/// <summary>A topic of your own, in a single class: its part of the account file, its judgement in the review, its findings with their
/// actions, and its section for a reader.</summary>
/// <typeparam name="TPart">Its part of the account file: a record that JSON reads.</typeparam>
/// <typeparam name="TJudgement">Its judgement: a record that JSON reads and writes, and that decides its findings.</typeparam>
/// <remarks>
/// <para>In the JSON of an account file, the part is under <c>topics</c> by the name of the topic; so is the judgement in the JSON of a
/// review. Both have the form of their type information; a part with another form is a fault with its path.</para>
/// <para>The topic is a model: add it with <see cref="ReviewModels.With(IModel)"/>, and its version is listed with those of the others. Its
/// scorecards and tables are read through <see cref="ReviewModels.Of{TModel}"/>, so that settings and a host can replace them.</para>
/// <para>Immutable and safe to share between threads; derived classes must be so as well.</para>
/// </remarks>
public abstract class AccountTopic<TPart, TJudgement> : AccountTopic, IModel
    where TPart : class
    where TJudgement : class
{
    private readonly JsonTypeInfo<TPart> _part;
    private readonly JsonTypeInfo<TJudgement> _judgement;

    /// <summary>Creates a topic of your own.</summary>
    /// <param name="topic">The identity of the topic; not that of a library topic.</param>
    /// <param name="part">The JSON contract of its part of the account file.</param>
    /// <param name="judgement">The JSON contract of its judgement.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="topic"/> has the name of a library topic.</exception>
    protected AccountTopic(ReviewTopic topic, JsonTypeInfo<TPart> part, JsonTypeInfo<TJudgement> judgement)
        : base(topic)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(judgement);
        if (ReviewTopic.Ready.Contains(topic))
            throw new ArgumentException($"topic is '{topic}', which is a ready topic; give yours another name.", nameof(topic));
        _part = part;
        _judgement = judgement;
    }

    /// <summary>The id of the topic among the models: <c>topic.</c> plus its name.</summary>
    public string Id => $"topic.{Topic.Name}";

    /// <summary>The version of the topic; change it when you change the judgement.</summary>
    public virtual string Version => "1";

    /// <summary>Defaults that belong to none of its models, with their sources.</summary>
    public virtual IEnumerable<ModelDefault> Defaults => [];

    /// <summary>The columns for an import; empty if an import does not fill the topic. Their paths begin with <c>topics.</c> and the name
    /// of the topic.</summary>
    public override IReadOnlyList<AccountColumn> Columns => [];

    /// <summary>The scorecards and tables of the topic, except <see cref="Findings"/>.</summary>
    public virtual IReadOnlyList<IModel> Models => [];

    /// <summary>The table of findings; null for none. It is asked if the topic has judged. A finding names its own actions, or leaves them
    /// to the table of actions.</summary>
    public virtual DecisionTable<TopicFacts<TJudgement>, Stake>? Findings => null;

    internal override JsonTypeInfo PartType => _part;

    internal override void CheckPart(AccountFile account) => _ = PartOf(account);

    internal override IReadOnlyList<IModel> OwnModels => Findings is null ? Models : [.. Models, Findings];

    /// <summary>Judges an account.</summary>
    /// <param name="part">The part of the account file for the topic; null for none.</param>
    /// <param name="account">The account file.</param>
    /// <param name="review">The review with the answers of all library topics, and of those of your own that were added before this
    /// one.</param>
    /// <param name="models">The models.</param>
    /// <returns>The judgement; null if too little is known.</returns>
    protected abstract TJudgement? Judge(TPart? part, AccountFile account, AccountReview review, ReviewModels models);

    /// <summary>Returns the amount of which a finding with the basis <see cref="StakeBasis.OwnAmount"/> puts a share at stake.</summary>
    /// <param name="facts">The judgement of the topic, and the answers of the rooms.</param>
    /// <returns>The amount in the currency of the portfolio; null if it is not known.</returns>
    protected virtual decimal? AmountOf(TopicFacts<TJudgement> facts) => null;

    /// <summary>Returns the ids of the subjects of a finding.</summary>
    /// <param name="stake">The finding.</param>
    /// <param name="judgement">The judgement of the topic.</param>
    /// <returns>The ids; empty if the finding is about the account.</returns>
    protected virtual IEnumerable<string> SubjectsOf(Stake stake, TJudgement judgement) => [];

    /// <summary>Summarises the state of an account in one line.</summary>
    /// <param name="judgement">The judgement of the topic.</param>
    /// <param name="reader">The reader.</param>
    /// <returns>The line, in the language of the reader.</returns>
    protected abstract string Summarise(TJudgement judgement, TopicReader reader);

    /// <summary>Describes the judgement under the name of the topic; by default, with the line of
    /// <see cref="Summarise(TJudgement, TopicReader)"/>.</summary>
    /// <param name="judgement">The judgement of the topic.</param>
    /// <param name="reader">The reader.</param>
    /// <returns>Paragraphs, lists, tables and figures, in the language of the reader.</returns>
    protected virtual IReadOnlyList<Block> Describe(TJudgement judgement, TopicReader reader) =>
        [new Paragraph(Summarise(judgement, reader))];

    /// <summary>Reads the topic's part of an account file.</summary>
    /// <param name="account">The account file.</param>
    /// <returns>The part; null if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    /// <exception cref="InvalidModelException">The part has the wrong form; the exception holds every fault with its path.</exception>
    public TPart? PartOf(AccountFile account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Read(account.Topics, _part, "account");
    }

    /// <summary>Returns an account file with a part for the topic.</summary>
    /// <param name="account">The account file.</param>
    /// <param name="part">The part; null for none.</param>
    /// <returns>The file with that part in place of the existing one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    public AccountFile With(AccountFile account, TPart? part)
    {
        ArgumentNullException.ThrowIfNull(account);
        var others = account.Topics.Where(value => value.Topic != Topic);
        return account with { Topics = [.. part is null ? others : others.Append(new(Topic, Written(part, _part)))] };
    }

    /// <summary>Reads the topic's judgement from a review.</summary>
    /// <param name="review">The review, which may come from JSON.</param>
    /// <returns>The judgement; null if too little was known, or if the review was made without the topic.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="InvalidModelException">The judgement has the wrong form; the exception holds every fault with its path.</exception>
    public TJudgement? JudgementOf(AccountReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Read(review.Topics, _judgement, "review");
    }

    internal sealed override AccountReview Judge(AccountReview review, AccountFile account, ReviewModels models)
    {
        var judgement = Judge(PartOf(account), account, review, models);
        var value = new TopicValue(Topic, judgement is null ? null : Written(judgement, _judgement));
        return review with { Topics = [.. review.Topics, value] };
    }

    internal sealed override bool IsKnown(AccountReview review) => review.IsKnown(Topic);

    internal sealed override IEnumerable<string> OwnRules(ReviewModels models) =>
        Findings is { } table ? models.Of(table).Rules.Select(rule => rule.Id) : [];

    internal sealed override IEnumerable<Finding> Find(AccountReview review, ReviewFacts facts, ReviewModels models)
    {
        if (Findings is not { } ready || JudgementOf(review) is not { } judgement)
            return [];
        var own = new TopicFacts<TJudgement>(judgement, facts);
        var table = models.Of(ready);
        return AccountFindings.Of(
            table,
            own,
            stake => stake.Basis == StakeBasis.OwnAmount ? AmountOf(own) : facts.AmountOf(stake.Basis),
            stake => SubjectsOf(stake, judgement));
    }

    internal sealed override string? Summary(AccountReview review, TopicReader reader) =>
        JudgementOf(review) is { } judgement ? Summarise(judgement, reader) : null;

    internal sealed override IEnumerable<Section> Sections(AccountReview review, TopicReader reader) =>
        JudgementOf(review) is { } judgement ? [new(Topic.DisplayName(reader.Language), Describe(judgement, reader))] : [];

    private TValue? Read<TValue>(IReadOnlyList<TopicValue> values, JsonTypeInfo<TValue> type, string model)
        where TValue : class
    {
        if (values.FirstOrDefault(value => value.Topic == Topic)?.Json is not { } json)
            return null;
        try
        {
            return CheckedJson.Read(json, type, model);
        }
        catch (InvalidModelException e)
        {
            var path = $"topics[\"{Topic.Name}\"]";
            throw new InvalidModelException(model, [.. e.Faults.Select(fault => fault.Under(path))]);
        }
    }

    // Without blanks, as it comes back from JSON.
    private static string Written<TValue>(TValue value, JsonTypeInfo<TValue> type)
    {
        using var document = JsonSerializer.SerializeToDocument(value, type);
        return RawJsonConverter.Compact(document.RootElement);
    }
}
