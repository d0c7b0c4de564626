from cryptography.fernet import Fernet

from bot.privacy.codes import LENGTH, as_made, code_for, hashes_of, new_ticket
from storage.vault import Vault

OLD, NEW = Fernet.generate_key(), Fernet.generate_key()


def test_a_code_is_four_groups_of_five_that_can_be_read_aloud_and_holds_over_eighty_bits(vault: Vault) -> None:
    codes = [code_for(vault, new_ticket()) for _ in range(500)]
    letters = set("".join(codes)) - {"-"}
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(5, 5, 5, 5)}
    assert not letters & set("01OILZSBU")
    assert len(letters) ** LENGTH > 2**80
    assert len(set(codes)) == 500


def test_one_form_has_one_code_and_nobody_without_the_key_can_tell_it() -> None:
    ticket = new_ticket()
    assert code_for(Vault([OLD]), ticket) == code_for(Vault([OLD]), ticket)
    assert code_for(Vault([OLD]), ticket) != code_for(Vault([NEW]), ticket)


def test_a_code_is_found_however_it_is_typed(vault: Vault) -> None:
    code = "K7Q25-8VD9P-AWE3T-HJ6VC"
    for typed in (code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} ", "k7qzs-bud9p-awe3t-hj6uc"):
        assert as_made(typed) == as_made(code)
        assert hashes_of(vault, typed) == hashes_of(vault, code)


def test_what_is_kept_of_a_code_needs_the_master_key_and_outlives_a_new_one() -> None:
    (kept,) = hashes_of(Vault([OLD]), "K7Q25")
    assert kept in hashes_of(Vault([NEW, OLD]), "K7Q25")
    assert kept not in hashes_of(Vault([NEW]), "K7Q25")
    assert len(kept) == 64
