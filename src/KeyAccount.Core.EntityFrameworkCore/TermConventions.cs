using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KeyAccount.Core.Terms;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Conventions that store every property of a term's type, configured once for the whole EF model.</summary>
/// <remarks>Call them in <c>ConfigureConventions</c>. What is said later for one property, or by a later call for one term, wins.
/// Comparisons (<c>c => c.Tier == AccountTier.A</c>) and lists (<c>tiers.Contains(c.Tier)</c>) are translated; a property declared nullable
/// may be null. A list of terms is stored as a list of values or names. To sort and compare by the order of a term, use
/// <see cref="TermOrdering"/>.</remarks>
public static class TermConventions
{
    private const string ByReflection =
        "Terms are found by reflection. In a trimmed program name each one with UseKeyAccountTerm<TTerm>().";

    /// <summary>Stores every term of KeyAccount.Core, and those of other assemblies.</summary>
    /// <param name="builder">The conventions of the model.</param>
    /// <param name="storage">How to store them: by value or by name.</param>
    /// <param name="assemblies">Assemblies with terms of your own: every class in them that derives from <see cref="Term{TSelf}"/>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/>, <paramref name="assemblies"/> or one of them is
    /// null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="storage"/> is neither of the two ways.</exception>
    [RequiresUnreferencedCode(ByReflection)]
    [RequiresDynamicCode(ByReflection)]
    public static ModelConfigurationBuilder UseKeyAccountTerms(
        this ModelConfigurationBuilder builder, TermStorage storage = TermStorage.Value, params Assembly[] assemblies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assemblies);
        CheckDefined(storage);
        foreach (var assembly in assemblies.Prepend(typeof(Term<>).Assembly))
        {
            ArgumentNullException.ThrowIfNull(assembly, nameof(assemblies));
            foreach (var term in assembly.GetTypes().Where(IsTerm))
                Store(
                    builder, term,
                    (storage == TermStorage.Value ? typeof(TermValueConverter<>) : typeof(TermNameConverter<>)).MakeGenericType(term));
        }

        return builder;
    }

    /// <summary>Stores one term, yours or one of KeyAccount.Core.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="builder">The conventions of the model.</param>
    /// <param name="storage">By value or by name.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="storage"/> is neither of the two ways.</exception>
    public static ModelConfigurationBuilder UseKeyAccountTerm<[DynamicallyAccessedMembers(Kept)] TTerm>(
        this ModelConfigurationBuilder builder, TermStorage storage = TermStorage.Value)
        where TTerm : Term<TTerm>
    {
        ArgumentNullException.ThrowIfNull(builder);
        CheckDefined(storage);
        Store(builder, typeof(TTerm), storage == TermStorage.Value ? typeof(TermValueConverter<TTerm>) : typeof(TermNameConverter<TTerm>));
        return builder;
    }

    private const DynamicallyAccessedMemberTypes Kept = DynamicallyAccessedMemberTypes.PublicFields
        | DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicFields | DynamicallyAccessedMemberTypes.PublicProperties
        | DynamicallyAccessedMemberTypes.NonPublicProperties | DynamicallyAccessedMemberTypes.Interfaces;

    // For the columns, and for a term that stands in a query without one, such as the tier that a condition chooses.
    private static void Store(
        ModelConfigurationBuilder builder,
        [DynamicallyAccessedMembers(Kept)] Type term,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type converter)
    {
        builder.Properties(term).HaveConversion(converter);
        builder.DefaultTypeMapping(term).HasConversion(converter);
        builder.Conventions.Add(_ => new TermListConvention(term, converter));
    }

    private static bool IsTerm(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Term<>))
                return !type.IsAbstract && ancestor.GenericTypeArguments[0] == type;
        }

        return false;
    }

    private static void CheckDefined(TermStorage storage)
    {
        if (!Enum.IsDefined(storage))
        {
            throw new ArgumentOutOfRangeException(
                nameof(storage), FormattableString.Invariant(
                    $"storage is {(int)storage}; it must be one of {string.Join(", ", Enum.GetNames<TermStorage>())}."));
        }
    }
}
