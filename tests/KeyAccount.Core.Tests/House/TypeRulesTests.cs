using System.Text.Json;
using FluentAssertions.Primitives;
using FsCheck;
using KeyAccount.Core.Grading;
using NodaTime;

namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: each rule against types that break it and types that do not.</summary>
public class TypeRulesTests
{
    [Theory]
    [InlineData(typeof(Inheritable), false)]
    [InlineData(typeof(InheritableRecord), false)]
    [InlineData(typeof(Abstract), true)]
    [InlineData(typeof(ToDate), true)]
    [InlineData(typeof(Pareto), true)]
    [InlineData(typeof(ParetoRule), true)]
    [InlineData(typeof(PointRecord), true)]
    [InlineData(typeof(IDisposable), true)]
    [InlineData(typeof(Action), true)]
    public void Only_a_class_anybody_could_inherit_by_accident_is_a_fault(Type type, bool sound) =>
        TypeRules.IsSealedOrAbstract(type).Should().Be(sound);

    [Theory]
    [InlineData(typeof(InheritableRecord), true)]
    [InlineData(typeof(ToDate), true)]
    [InlineData(typeof(PointRecord), true)]
    [InlineData(typeof(ParetoAccount<>), true)]
    [InlineData(typeof(Inheritable), false)]
    [InlineData(typeof(DateTime), false)]
    [InlineData(typeof(ParetoRule), false)]
    public void A_record_is_told_from_other_types(Type type, bool record) => TypeRules.IsRecord(type).Should().Be(record);

    [Theory]
    [InlineData(typeof(InheritableRecord), "Later")]
    [InlineData(typeof(PointRecord), "X")]
    public void A_property_that_can_be_set_after_construction_is_a_fault(Type record, string property) =>
        TypeRules.SettablePropertiesOf(record).Should().Equal(property);

    [Theory]
    [InlineData(typeof(ToDate))]
    [InlineData(typeof(ParetoCuts))]
    public void A_property_that_is_only_read_or_initialised_is_sound(Type record) =>
        TypeRules.SettablePropertiesOf(record).Should().BeEmpty();

    [Theory]
    [InlineData(typeof(FromBase), typeof(ReferenceTypeAssertions<,>))]
    [InlineData(typeof(FromInterface), typeof(IAsyncLifetime))]
    [InlineData(typeof(FromConstraint<>), typeof(IRunner))]
    [InlineData(typeof(FromField), typeof(Config))]
    [InlineData(typeof(FromProperty), typeof(Config))]
    [InlineData(typeof(FromConstructor), typeof(Config))]
    [InlineData(typeof(FromParameter), typeof(Config))]
    [InlineData(typeof(FromReturn), typeof(Config))]
    [InlineData(typeof(FromMethodConstraint), typeof(IRunner))]
    [InlineData(typeof(FromEvent), typeof(Config))]
    public void A_type_of_another_package_is_found_wherever_it_shows(Type type, Type foreign) =>
        TypeRules.ForeignTypesIn(type).Should().Equal(foreign.FullName);

    [Theory]
    [InlineData(typeof(Inside))]
    [InlineData(typeof(AccountTier))]
    public void A_type_of_another_package_may_be_used_inside(Type type) => TypeRules.ForeignTypesIn(type).Should().BeEmpty();

    [Fact]
    public void A_reference_to_another_package_is_found() =>
        TypeRules.ForeignReferencesOf(typeof(TypeRulesTests).Assembly).Should()
            .Contain(["FluentAssertions", "FsCheck"]).And.NotContain(["NodaTime", "Ardalis.SmartEnum", "System.Runtime"]);

#pragma warning disable CA1051, CA1822, MA0016, MA0046 // faults and odd shapes are the point
    public class Inheritable;

    public abstract class Abstract;

    public record InheritableRecord(string First)
    {
        public string? Later { get; set; }
    }

    public sealed record ToDate(LocalDate Date, ParetoRule Rule)
    {
        public string? Note { get; init; }

        internal string? Seen { get; set; }
    }

    public record struct PointRecord(double X);

    public sealed class FromBase(object subject) : ReferenceTypeAssertions<object, FromBase>(subject)
    {
        protected override string Identifier => "";
    }

    public abstract class FromInterface : IAsyncLifetime
    {
        public abstract ValueTask InitializeAsync();

        public abstract ValueTask DisposeAsync();
    }

    public abstract class FromConstraint<T>
        where T : IRunner;

    public abstract class FromField
    {
        protected readonly Config? Shown;
    }

    public abstract class FromProperty
    {
        public IReadOnlyList<Config[]>? Shown { get; }
    }

    public sealed class FromConstructor
    {
        public FromConstructor(Config shown) => _ = shown;
    }

    public abstract class FromParameter
    {
        public static bool Shows(out Config? shown) => (shown = null) is null;
    }

    public abstract class FromReturn
    {
        protected abstract Dictionary<string, Config> Shown();
    }

    public abstract class FromMethodConstraint
    {
        public abstract void Shows<T>()
            where T : IRunner;
    }

    public abstract class FromEvent
    {
        public abstract event Action<Config> Shown;
    }

    public sealed class Inside
    {
        private readonly Config _hidden = Config.Default;

        public LocalDate? Date { get; init; }

        public JsonElement[] Elements => [];

        internal Config Hidden() => _hidden;
    }
}
