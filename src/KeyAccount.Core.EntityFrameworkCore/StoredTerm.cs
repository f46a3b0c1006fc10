using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Reads the terms that a database holds. Nothing is guessed: what the term does not have is an error.</summary>
/// <remarks>The converters call it, and so does a compiled model, which is why it is public.</remarks>
public static class StoredTerm
{
    /// <summary>The term with a value.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="value">What is stored.</param>
    /// <returns>The term.</returns>
    /// <exception cref="InvalidOperationException">The term has no such value; the message names those that it has.</exception>
    public static TTerm FromValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(int value)
        where TTerm : Term<TTerm> =>
        Term<TTerm>.InOrder.FirstOrDefault(term => term.Value == value) ?? throw new InvalidOperationException(Invariant(
            $"The database holds {value} for a {typeof(TTerm).Name}; it must be one of {string.Join(
                ", ", Term<TTerm>.InOrder.Select(term => Invariant($"{term.Value} ({term.Name})")))}.{WayOut<TTerm>("")}"));

    /// <summary>The term with a name, matched exactly.</summary>
    /// <typeparam name="TTerm">The term.</typeparam>
    /// <param name="name">What is stored.</param>
    /// <returns>The term.</returns>
    /// <exception cref="InvalidOperationException">The term has no such name; the message names those that it has.</exception>
    public static TTerm FromName<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(string name)
        where TTerm : Term<TTerm> =>
        Term<TTerm>.InOrder.FirstOrDefault(term => term.Name == name) ?? throw new InvalidOperationException(
            $"The database holds '{name}' for a {typeof(TTerm).Name}; "
            + $"it must be one of {string.Join(", ", Term<TTerm>.InOrder.Select(term => term.Name))}."
            + WayOut<TTerm>(name));

    // The list of an open term is longer where the program adds values.
    private static string WayOut<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(string name)
        where TTerm : Term<TTerm> => Term<TTerm>.InOrder is [var first, ..] ? first.WayOut(name) : "";
}
