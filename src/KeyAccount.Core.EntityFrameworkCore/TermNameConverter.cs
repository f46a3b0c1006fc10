using System.Diagnostics.CodeAnalysis;
using KeyAccount.Core.Terms;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Stores a term as its stable <c>Name</c>.</summary>
/// <typeparam name="TTerm">The term.</typeparam>
/// <remarks>Stateless. Names are matched exactly; a stored name that the term does not have is an <see cref="InvalidOperationException"/>
/// that names the term, the name and the names allowed: nothing is guessed. Null is stored as null.</remarks>
public sealed class TermNameConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTerm>()
    : ValueConverter<TTerm, string>(
    term => term.Name, name => StoredTerm.FromName<TTerm>(name))
    where TTerm : Term<TTerm>;
