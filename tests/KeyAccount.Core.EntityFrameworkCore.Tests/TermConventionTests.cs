using System.Reflection;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Terms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

public sealed class TermConventionTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public TermConventionTests() => _connection.Open();

    public static TheoryData<TermStorage> Storages => [TermStorage.Value, TermStorage.Name];

    public void Dispose() => _connection.Dispose();

    [Theory, MemberData(nameof(Storages))]
    public void Every_term_of_the_library_is_stored_and_comes_back(TermStorage storage)
    {
        using var context = new EveryTerm(_connection, storage);
        context.Database.EnsureCreated();
        var stored = (MethodInfo)typeof(TermConventionTests).GetMethod(nameof(MustComeBack), BindingFlags.Static | BindingFlags.NonPublic)!;

        EveryTerm.All.Should().HaveCountGreaterThan(40);

        // Every term in one of the two ways; in both in long runs.
        var every = Seeded.IsLong ? 1 : 2;
        foreach (var term in EveryTerm.All.Where((_, i) => (i + (storage == TermStorage.Name ? 1 : 0)) % every == 0))
            stored.MakeGenericMethod(term).Invoke(null, [context, storage]);
    }

    [Theory, MemberData(nameof(Storages))]
    public void Terms_are_compared_listed_and_null_in_the_database(TermStorage storage)
    {
        using var context = new EveryTerm(_connection, storage);
        context.Database.EnsureCreated();
        context.AddRange(AccountTier.InOrder.Select(tier => new Holder<AccountTier> { Required = tier, Optional = tier == AccountTier.B ? null : tier }));
        context.SaveChanges();
        var holders = context.Set<Holder<AccountTier>>();
        var (wanted, good) = (AccountTier.C, AccountTier.InOrder.Where(tier => tier.IsAtLeast(AccountTier.B)).ToList());

        holders.Count(h => h.Required == AccountTier.A).Should().Be(1);
        holders.Count(h => h.Required != AccountTier.A).Should().Be(2);
        holders.Count(h => h.Optional == wanted).Should().Be(1);
        holders.Count(h => h.Optional == null).Should().Be(1);
        holders.Count(h => h.Optional != AccountTier.A).Should().Be(2, "null is another tier, as in C#");
        holders.Count(h => good.Contains(h.Required)).Should().Be(2);
        holders.OrderBy(h => h.Required).Select(h => h.Required).Should().Equal(AccountTier.InOrder);
        holders.GroupBy(h => h.Optional).Select(group => new { group.Key, Count = group.Count() }).ToList().Should().HaveCount(3).And.OnlyContain(group => group.Count == 1);
        holders.OrderBy(h => h.Id < 3 ? AccountTier.C : AccountTier.A).ToQueryString().Should().Contain(storage == TermStorage.Value ? "THEN 3" : "THEN 'C'");
    }

    [Theory, MemberData(nameof(Storages))]
    public void Terms_are_sorted_and_compared_by_their_order_and_kept_in_lists(TermStorage storage)
    {
        using var context = new EveryTerm(_connection, storage);
        context.Database.EnsureCreated();
        var levels = RelationshipStrength.InOrder.Reverse().ToList();
        levels.Select(level => level.Name).Order(StringComparer.Ordinal).Should().NotEqual(RelationshipStrength.InOrder.Select(level => level.Name), "names sort otherwise");
        context.AddRange(levels.Select(level => new Holder<RelationshipStrength>
        {
            Required = level, Optional = level == levels[0] ? null : level, Some = [.. levels.TakeWhile(each => each != level)],
        }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
        var holders = context.Set<Holder<RelationshipStrength>>();

        holders.OrderByTerm(h => h.Required).Select(h => h.Required).Should().Equal(RelationshipStrength.InOrder);
        holders.OrderByTermDescending(h => h.Required).Select(h => h.Required).Should().Equal(levels);
        holders.OrderBy(h => 1 - 1).ThenByTerm(h => h.Optional).Select(h => h.Optional).ToList()[^1].Should().BeNull();
        foreach (var least in levels)
        {
            holders.WhereAtLeast(h => h.Required, least).AsEnumerable().Select(h => h.Required).Should()
                .BeEquivalentTo(levels.Where(level => level.IsAtLeast(least)));
        }

        holders.AsEnumerable().Should().OnlyContain(h => h.Some.SequenceEqual(levels.TakeWhile(each => each != h.Required)));
        holders.Count(h => h.Some.Contains(levels[0])).Should().Be(levels.Count - 1);
    }

    [Theory]
    [InlineData(TermStorage.Value, "7", "The database holds 7 for a AccountTier; it must be one of 1 (A), 2 (B), 3 (C).")]
    [InlineData(TermStorage.Name, "'a'", "The database holds 'a' for a AccountTier; it must be one of A, B, C.")]
    public void A_stored_value_that_the_term_does_not_have_is_an_error_that_says_what_it_may_have(TermStorage storage, string stored, string message)
    {
        using var context = new EveryTerm(_connection, storage);
        context.Database.EnsureCreated();
        context.Add(new Holder<AccountTier> { Required = AccountTier.A });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        var table = context.Model.FindEntityType(typeof(Holder<AccountTier>))!.GetTableName();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = $"UPDATE \"{table}\" SET Required = {stored}";
            command.ExecuteNonQuery().Should().Be(1);
        }

        context.Invoking(each => each.Set<Holder<AccountTier>>().ToList()).Should().Throw<InvalidOperationException>().WithMessage(message);
    }

    // The number of an added value comes from its name: another program that adds it reads it.
    [Theory, MemberData(nameof(Storages))]
    public void A_value_that_is_added_to_an_open_term_is_stored_and_comes_back(TermStorage storage)
    {
        using var context = new EveryTerm(_connection, storage);
        context.Database.EnsureCreated();
        var chemicals = CustomerIndustry.Add("Chemicals", new("chemicals", ""));
        MustComeBack<CustomerIndustry>(context, storage);
        context.Set<Holder<CustomerIndustry>>().Count(h => h.Required == chemicals).Should().Be(1);

        using (var command = _connection.CreateCommand())
        {
            command.CommandText = storage == TermStorage.Value
                ? "UPDATE \"Holder<CustomerIndustry>\" SET \"Required\" = 77 WHERE \"Id\" = 1"
                : "UPDATE \"Holder<CustomerIndustry>\" SET \"Required\" = 'Mining' WHERE \"Id\" = 1";
            command.ExecuteNonQuery().Should().Be(1);
        }

        context.ChangeTracker.Clear();
        context.Invoking(each => each.Set<Holder<CustomerIndustry>>().ToList()).Should().Throw<InvalidOperationException>()
            .WithMessage("The database holds * for a CustomerIndustry; it must be one of *Chemicals*. The list is open: *CustomerIndustry.Add.");
    }

    [Fact]
    public void A_property_and_a_term_of_ones_own_may_be_stored_otherwise()
    {
        using var context = new Mixed(_connection);
        var mixed = context.Model.FindEntityType(typeof(Mixed.Row))!;

        TypeOf(nameof(Mixed.Row.Tier)).Should().Be<int>();
        TypeOf(nameof(Mixed.Row.ByName)).Should().Be<string>();
        TypeOf(nameof(Mixed.Row.Mood)).Should().Be<string>();
        TypeOf(nameof(Mixed.Row.Level)).Should().Be<int>();

        Type TypeOf(string property) => mixed.FindProperty(property)!.GetTypeMapping().Converter!.ProviderClrType;
    }

    [Fact]
    public void A_way_that_does_not_exist_is_refused()
    {
        FluentActions.Invoking(() => new EveryTerm(_connection, (TermStorage)7).Model).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("storage is 7; it must be one of Value, Name.*");
        FluentActions.Invoking(() => TermConventions.UseKeyAccountTerms(null!)).Should().Throw<ArgumentNullException>();
    }

    private static void MustComeBack<TTerm>(EveryTerm context, TermStorage storage)
        where TTerm : Term<TTerm>
    {
        var holders = context.Set<Holder<TTerm>>();
        holders.AddRange(Term<TTerm>.InOrder.Select(term => new Holder<TTerm> { Required = term }));
        context.SaveChanges();
        context.ChangeTracker.Clear();

        holders.OrderBy(h => h.Id).Select(h => h.Required).Should().Equal(Term<TTerm>.InOrder);
        holders.Count(h => h.Optional == null).Should().Be(Term<TTerm>.InOrder.Count);
        var first = Term<TTerm>.InOrder[0];
        holders.Single(h => h.Required == first).Required.Should().BeSameAs(first);
        context.Model.FindEntityType(typeof(Holder<TTerm>))!.FindProperty("Required")!.GetTypeMapping().Converter!.ProviderClrType
            .Should().Be(storage == TermStorage.Value ? typeof(int) : typeof(string));
    }

    private sealed class Holder<TTerm>
        where TTerm : Term<TTerm>
    {
        public int Id { get; init; }

        public required TTerm Required { get; init; }

        public TTerm? Optional { get; init; }

        public List<TTerm> Some { get; init; } = [];
    }

    private sealed class EveryTerm(SqliteConnection connection, TermStorage storage) : DbContext
    {
        // Found here in another way than there: by what every term has.
        public static IReadOnlyList<Type> All { get; } =
        [
            .. typeof(AccountTier).Assembly.GetExportedTypes().Where(type => type.IsSealed
                && type.GetFields(BindingFlags.Public | BindingFlags.Static).Any(field => field.FieldType == type)
                && type.GetProperty("InOrder", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy) is not null),
        ];

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection)
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ByStorage>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            foreach (var term in All)
                modelBuilder.Entity(typeof(Holder<>).MakeGenericType(term));
        }

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKeyAccountTerms(storage);

        private sealed class ByStorage : Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory
        {
            public object Create(DbContext context, bool designTime) => (((EveryTerm)context).Storage, designTime);
        }

        private TermStorage Storage => storage;
    }

    private sealed class Mixed(SqliteConnection connection) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Row>().Property(row => row.ByName).HasConversion<TermNameConverter<AccountTier>>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseKeyAccountTerms(TermStorage.Value, typeof(Mood).Assembly).UseKeyAccountTerm<Mood>(TermStorage.Name);

        public sealed class Row
        {
            public int Id { get; init; }

            public AccountTier? Tier { get; init; }

            public AccountTier? ByName { get; init; }

            public Mood? Mood { get; init; }

            public LadderLevel? Level { get; init; }
        }
    }
}
